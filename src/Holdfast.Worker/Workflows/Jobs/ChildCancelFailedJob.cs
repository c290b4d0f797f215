using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A request to cancel did not reach a child workflow, most often because it has ended; its end follows.</summary>
internal static class ChildCancelFailedJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (RequestCancelExternalWorkflowExecutionFailed)recorded.Attributes;
        run.Pending.ChildCancellations.Remove(attributes.InitiatedEventId);
    }
}
