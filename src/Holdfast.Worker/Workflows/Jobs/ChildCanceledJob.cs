using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A child workflow was canceled.</summary>
internal static class ChildCanceledJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ChildWorkflowExecutionCanceled)recorded.Attributes;
        var child = PendingChildren.Take(run, recorded, attributes.InitiatedEventId);
        var failure = new Failure { Message = $"Child workflow '{child.WorkflowType}' (ID {child.WorkflowId}) was canceled.", Info = new FailureInfo.Canceled(attributes.Details) };
        child.Fail(FailureConverter.ToException(failure, run.Converters.OfChild(child.WorkflowType, child.WorkflowId)));
    }
}
