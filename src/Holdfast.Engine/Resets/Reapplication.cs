using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Carries over what came from outside behind the reset point.</summary>
internal static class Reapplication
{
    /// <summary>From the run that was reset: also what became of children that both runs know.</summary>
    internal static void OfBase(RunState state, IReadOnlyList<HistoryEvent> later, ResetReapplyExclusions exclusions, RunStep step)
    {
        foreach (var recorded in later)
        {
            if (ChildNews(state, recorded.Attributes) is { } news)
            {
                step.Record(state, news);
            }
            else
            {
                Reapply(state, recorded.Attributes, exclusions, step);
            }
        }
    }

    /// <summary>From the runs that continued it.</summary>
    internal static void OfChain(RunState state, IReadOnlyList<HistoryEvent> later, ResetReapplyExclusions exclusions, RunStep step)
    {
        foreach (var recorded in later)
        {
            Reapply(state, recorded.Attributes, exclusions, step);
        }
    }

    private static void Reapply(RunState state, EventAttributes attributes, ResetReapplyExclusions exclusions, RunStep step)
    {
        switch (attributes)
        {
            case WorkflowExecutionSignaled when !exclusions.HasFlag(ResetReapplyExclusions.Signals):
                step.Record(state, attributes);
                break;
            case WorkflowExecutionUpdateAdmitted admitted when !exclusions.HasFlag(ResetReapplyExclusions.Updates):
                Admit(state, admitted, step);
                break;
            case WorkflowExecutionUpdateAccepted accepted when !exclusions.HasFlag(ResetReapplyExclusions.Updates):
                Admit(state, AdmittedOf(accepted), step);
                break;
            case WorkflowExecutionOptionsUpdated:
                step.Record(state, attributes);
                break;
            default:
                break;
        }
    }

    /// <summary>An update that was carried over by an earlier reset was admitted and accepted; it is admitted once.</summary>
    private static void Admit(RunState state, WorkflowExecutionUpdateAdmitted admitted, RunStep step)
    {
        if (state.Updates.FindAdmitted(admitted.UpdateId) is null && state.Updates.FindAccepted(admitted.UpdateId) is null)
        {
            step.Record(state, admitted);
        }
    }

    private static WorkflowExecutionUpdateAdmitted AdmittedOf(WorkflowExecutionUpdateAccepted accepted) => new()
    {
        UpdateId = accepted.UpdateId,
        Name = accepted.Name,
        Input = accepted.Input,
        Header = accepted.Header,
        Identity = accepted.Identity,
        Origin = UpdateAdmittedEventOrigin.Reapply,
    };

    private static EventAttributes? ChildNews(RunState state, EventAttributes attributes) => attributes switch
    {
        ChildWorkflowExecutionStarted e => state.PendingChildren.Find(e.InitiatedEventId) is { IsStarted: false } ? e : null,
        StartChildWorkflowExecutionFailed e => state.PendingChildren.Find(e.InitiatedEventId) is { IsStarted: false } ? e : null,
        ChildWorkflowExecutionCompleted e => Closed(state, e.InitiatedEventId, e),
        ChildWorkflowExecutionFailed e => Closed(state, e.InitiatedEventId, e),
        ChildWorkflowExecutionCanceled e => Closed(state, e.InitiatedEventId, e),
        ChildWorkflowExecutionTimedOut e => Closed(state, e.InitiatedEventId, e),
        ChildWorkflowExecutionTerminated e => Closed(state, e.InitiatedEventId, e),
        _ => null,
    };

    private static EventAttributes? Closed(RunState state, long initiatedEventId, EventAttributes closed) =>
        state.PendingChildren.Find(initiatedEventId) is { IsStarted: true } child ? Children.WithStartedEventId(closed, child.StartedEventId) : null;
}
