namespace Holdfast.Engine;

/// <summary>An activity attempt waits for a worker's slot. The runtime answers with <see cref="StartActivityAttempt"/>.</summary>
public sealed record ActivityReady(long ScheduledEventId, int Attempt, string TaskQueue) : Effect
{
    /// <inheritdoc/>
    public override bool IsGated => false;
}
