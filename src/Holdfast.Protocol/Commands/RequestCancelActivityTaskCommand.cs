namespace Holdfast.Protocol;

/// <summary>Asks to cancel an activity.</summary>
public sealed record RequestCancelActivityTaskCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.RequestCancelActivityTask;

    /// <summary>The activity.</summary>
    public required long ScheduledEventId { get; init; }
}
