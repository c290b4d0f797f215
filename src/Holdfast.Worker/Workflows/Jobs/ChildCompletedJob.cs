using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A child workflow gave a result.</summary>
internal static class ChildCompletedJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ChildWorkflowExecutionCompleted)recorded.Attributes;
        PendingChildren.Take(run, recorded, attributes.InitiatedEventId).Complete(attributes.Result);
    }
}
