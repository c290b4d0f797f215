using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A child workflow was terminated.</summary>
internal static class ChildTerminatedJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ChildWorkflowExecutionTerminated)recorded.Attributes;
        var child = PendingChildren.Take(run, recorded, attributes.InitiatedEventId);
        var cause = new Failure { Message = "The child workflow was terminated.", Info = new FailureInfo.Terminated() };
        child.Fail(PendingChildren.Failure(run, child, attributes.Execution, attributes.StartedEventId, RetryState.NonRetryableFailure, cause));
    }
}
