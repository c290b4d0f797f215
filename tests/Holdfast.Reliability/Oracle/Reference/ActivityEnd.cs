using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>How an activity ended.</summary>
/// <param name="Event">The event of its end.</param>
/// <param name="Outcome">What its workflow's code makes of it.</param>
/// <param name="Status">The status of an activity without a workflow.</param>
internal sealed record ActivityEnd(EventType Event, string Outcome, ActivityExecutionStatus Status)
{
    public static readonly ActivityEnd Failed = new(EventType.ActivityTaskFailed, LedgerOutcomes.Failed, ActivityExecutionStatus.Failed);
    public static readonly ActivityEnd TimedOut = new(EventType.ActivityTaskTimedOut, LedgerOutcomes.TimedOut, ActivityExecutionStatus.TimedOut);
    public static readonly ActivityEnd Canceled = new(EventType.ActivityTaskCanceled, LedgerOutcomes.Canceled, ActivityExecutionStatus.Canceled);

    public static ActivityEnd Completed(long value) => new(EventType.ActivityTaskCompleted, LedgerOutcomes.Completed(value), ActivityExecutionStatus.Completed);
}
