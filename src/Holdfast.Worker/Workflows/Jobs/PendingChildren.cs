using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>What the events of a child workflow have in common.</summary>
internal static class PendingChildren
{
    public static PendingChild Find(WorkflowRun run, HistoryEvent recorded, long initiatedEventId) =>
        run.Pending.Children.TryGetValue(initiatedEventId, out var child) ? child : throw Unknown(recorded, initiatedEventId);

    public static PendingChild Take(WorkflowRun run, HistoryEvent recorded, long initiatedEventId) =>
        run.Pending.Children.Remove(initiatedEventId, out var child) ? child : throw Unknown(recorded, initiatedEventId);

    /// <summary>What workflow code sees of a child that failed.</summary>
    public static Exception Failure(WorkflowRun run, PendingChild child, WorkflowExecution execution, long startedEventId, RetryState retryState, Failure cause)
    {
        var converter = run.Converters.OfChild(child.WorkflowType, child.WorkflowId);
        var info = new FailureInfo.ChildWorkflow(run.Key.Namespace, execution, child.WorkflowType, child.InitiatedEventId, startedEventId, retryState);
        return FailureConverter.ToException(FailureConverter.Wrap($"Child workflow '{child.WorkflowType}' (ID {child.WorkflowId}) failed", info, cause, converter), converter);
    }

    private static HoldfastException Unknown(HistoryEvent recorded, long initiatedEventId) => NonDeterminism.UnknownPending(recorded, $"the child workflow of event {initiatedEventId}");
}
