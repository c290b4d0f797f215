using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Folds a transition, which history does not show, into the state.</summary>
internal static class TransitionFold
{
    internal static void Apply(RunState state, Transition transition)
    {
        switch (transition.Type)
        {
            case TransitionType.ActivityAttemptStarted: ActivityTaskFold.AttemptStarted(state, (ActivityAttemptStarted)transition); break;
            case TransitionType.ActivityAttemptFailed: ActivityTaskFold.AttemptFailed(state, (ActivityAttemptFailed)transition); break;
            case TransitionType.ActivityHeartbeatRecorded: ActivityTaskFold.HeartbeatRecorded(state, (ActivityHeartbeatRecorded)transition); break;
            case TransitionType.WorkflowTaskAttemptFailed: WorkflowTaskFold.AttemptFailed(state, (WorkflowTaskAttemptFailed)transition); break;
            case TransitionType.EventBuffered: BufferedEventFold.Buffer(state, (EventBuffered)transition); break;
            case TransitionType.ParentNotified: ParentNotifiedFold.Apply(state); break;
            case TransitionType.ActivityAttemptHandedOver: ActivityTaskFold.AttemptHandedOver(state, (ActivityAttemptHandedOver)transition); break;
            case TransitionType.ActivityPaused: OperatedActivityFold.Paused(state, (ActivityPaused)transition); break;
            case TransitionType.ActivityUnpaused: OperatedActivityFold.Unpaused(state, (ActivityUnpaused)transition); break;
            case TransitionType.ActivityReset: OperatedActivityFold.Reset(state, (ActivityReset)transition); break;
            case TransitionType.ActivityOptionsUpdated: OperatedActivityFold.OptionsUpdated(state, (ActivityOptionsUpdated)transition); break;
            case TransitionType.RequestNoted: state.RememberRequest(((RequestNoted)transition).RequestId); break;
            case TransitionType.RunBranched: ResetFold.Branched(state, (RunBranched)transition); break;
            case TransitionType.RunSuperseded: ResetFold.Superseded(state, (RunSuperseded)transition); break;
            case TransitionType.StartPermitAwaited: StartPermitFold.Awaited(state, (StartPermitAwaited)transition); break;
            default: throw new HoldfastException(ErrorCodes.CorruptData, $"The engine does not know transitions of type {transition.Type}.");
        }
    }
}
