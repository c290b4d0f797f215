namespace Holdfast.Protocol;

/// <summary>Cancels a timer.</summary>
public sealed record CancelTimerCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.CancelTimer;

    /// <summary>The timer.</summary>
    public required string TimerId { get; init; }
}
