namespace Holdfast.Simulation;

/// <summary>How a network treats messages between two nodes. What a node tells itself always arrives at once.</summary>
internal sealed record NetworkOptions
{
    /// <summary>One in so many messages is lost, late or doubled; 0: none.</summary>
    public required int MessagesPerFault { get; init; }

    /// <summary>Messages may be lost.</summary>
    public required bool Loses { get; init; }

    /// <summary>Messages may be late.</summary>
    public required bool Delays { get; init; }

    /// <summary>Messages may come twice, the second time later.</summary>
    public required bool Doubles { get; init; }

    /// <summary>Messages may overtake one another on the same way.</summary>
    public required bool Reorders { get; init; }
}
