namespace Holdfast.Protocol;

/// <summary>Asks for a timer.</summary>
public sealed record StartTimerCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.StartTimer;

    /// <summary>The timer's ID, unique among the run's pending timers.</summary>
    public required string TimerId { get; init; }

    /// <summary>How long until it fires; more than zero.</summary>
    public required TimeSpan StartToFireTimeout { get; init; }

    /// <summary>A line for people.</summary>
    public string Summary { get; init; } = string.Empty;
}
