using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The beginning of a run that comes of a reset: the events of the other run before the reset point.</summary>
/// <remarks>They may be folded into the new run's state one after the other, in as many steps as the caller likes, before <see cref="BranchRun"/> goes on from there.</remarks>
public static class BranchedHistory
{
    /// <summary>An event of the run that is reset as the new run has it.</summary>
    /// <param name="recorded">The event.</param>
    /// <param name="baseRunId">The run that is reset.</param>
    public static HistoryEvent Of(HistoryEvent recorded, RunId baseRunId)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return recorded.Attributes is WorkflowExecutionStarted started
            ? recorded with { Attributes = started with { OriginalExecutionRunId = started.OriginalExecutionRunId ?? baseRunId } }
            : recorded;
    }

    /// <summary>True for what may be carried over when some kinds are not.</summary>
    /// <param name="type">The type of the event.</param>
    /// <param name="isOfBase">True for an event of the run that is reset, false for one of those that continued it: what they did of their own is not carried over.</param>
    /// <param name="exclusions">What is not carried over.</param>
    public static bool MayBeCarriedOver(EventType type, bool isOfBase, ResetReapplyExclusions exclusions) => type switch
    {
        EventType.WorkflowExecutionSignaled => !exclusions.HasFlag(ResetReapplyExclusions.Signals),
        EventType.WorkflowExecutionUpdateAdmitted or EventType.WorkflowExecutionUpdateAccepted => !exclusions.HasFlag(ResetReapplyExclusions.Updates),
        _ => isOfBase && MayBeCarriedOver(type),
    };

    /// <summary>True for what may be carried over from behind the reset point.</summary>
    public static bool MayBeCarriedOver(EventType type) => type is
        EventType.WorkflowExecutionSignaled
        or EventType.WorkflowExecutionUpdateAdmitted
        or EventType.WorkflowExecutionUpdateAccepted
        or EventType.WorkflowExecutionOptionsUpdated
        or EventType.ChildWorkflowExecutionStarted
        or EventType.StartChildWorkflowExecutionFailed
        or EventType.ChildWorkflowExecutionCompleted
        or EventType.ChildWorkflowExecutionFailed
        or EventType.ChildWorkflowExecutionCanceled
        or EventType.ChildWorkflowExecutionTimedOut
        or EventType.ChildWorkflowExecutionTerminated;
}
