using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A child workflow failed.</summary>
internal static class ChildFailedJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ChildWorkflowExecutionFailed)recorded.Attributes;
        var child = PendingChildren.Take(run, recorded, attributes.InitiatedEventId);
        child.Fail(PendingChildren.Failure(run, child, attributes.Execution, attributes.StartedEventId, attributes.RetryState, attributes.Failure));
    }
}
