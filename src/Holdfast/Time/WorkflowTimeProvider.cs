namespace Holdfast;

/// <summary>The clock of workflow code, for libraries: it stands still between two waits, and its timers are durable.</summary>
internal sealed class WorkflowTimeProvider : TimeProvider
{
    public static readonly WorkflowTimeProvider Instance = new();

    private WorkflowTimeProvider()
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Workflow.UtcNow;

    public override long GetTimestamp() => Workflow.UtcNow.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        WorkflowContext.Require();
        var timer = new WorkflowTimer(callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
