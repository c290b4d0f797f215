using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A child workflow started.</summary>
internal static class ChildStartedJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ChildWorkflowExecutionStarted)recorded.Attributes;
        PendingChildren.Find(run, recorded, attributes.InitiatedEventId).Started(attributes.Execution.RunId);
    }
}
