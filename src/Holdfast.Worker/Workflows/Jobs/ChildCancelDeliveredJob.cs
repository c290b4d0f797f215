using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A request to cancel has reached a child workflow.</summary>
internal static class ChildCancelDeliveredJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ExternalWorkflowExecutionCancelRequested)recorded.Attributes;
        if (run.Pending.ChildCancellations.Remove(attributes.InitiatedEventId, out var child))
        {
            child.CancelRequestDelivered();
        }
    }
}
