using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A child workflow could not be started.</summary>
internal static class ChildStartFailedJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (StartChildWorkflowExecutionFailed)recorded.Attributes;
        var child = PendingChildren.Take(run, recorded, attributes.InitiatedEventId);
        var cause = new Failure { Message = $"The child workflow could not be started: {attributes.Cause}.", Info = new FailureInfo.Application(attributes.Cause.ToString(), true, Payloads.Empty) };
        child.Fail(PendingChildren.Failure(run, child, new WorkflowExecution(attributes.WorkflowId, RunId.None), 0, RetryState.NonRetryableFailure, cause));
    }
}
