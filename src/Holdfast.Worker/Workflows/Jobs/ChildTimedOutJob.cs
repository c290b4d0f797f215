using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A timeout of a child workflow passed.</summary>
internal static class ChildTimedOutJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ChildWorkflowExecutionTimedOut)recorded.Attributes;
        var child = PendingChildren.Take(run, recorded, attributes.InitiatedEventId);
        var cause = new Failure { Message = "The child workflow timed out.", Info = new FailureInfo.Timeout(TimeoutType.StartToClose, Payloads.Empty) };
        child.Fail(PendingChildren.Failure(run, child, attributes.Execution, attributes.StartedEventId, attributes.RetryState, cause));
    }
}
