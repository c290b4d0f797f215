namespace Holdfast.Engine;

/// <summary>Message type to handler; the frequent ones first.</summary>
internal static class MessageDispatch
{
    internal static void Handle(RunState state, RunMessage message, RunStep step)
    {
        switch (message)
        {
            case RespondActivity m: RespondActivityHandler.Handle(state, m, step); break;
            case StartActivityAttempt m: StartActivityAttemptHandler.Handle(state, m, step); break;
            case StartWorkflowTask m: StartWorkflowTaskHandler.Handle(state, m, step); break;
            case CompleteWorkflowTask m: CompleteWorkflowTaskHandler.Handle(state, m, step); break;
            case TimerDue m: TimerDueHandler.Handle(state, m, step); break;
            case StartRun m: StartRunHandler.Handle(state, m, step); break;
            case SignalRun m: SignalRunHandler.Handle(state, m, step); break;
            case HeartbeatActivity m: HeartbeatActivityHandler.Handle(state, m, step); break;
            case FailWorkflowTask m: FailWorkflowTaskHandler.Handle(state, m, step); break;
            case AdmitUpdate m: AdmitUpdateHandler.Handle(state, m, step); break;
            case ChildStarted m: ChildStartedHandler.Handle(state, m, step); break;
            case ChildStartFailed m: ChildStartFailedHandler.Handle(state, m, step); break;
            case ChildClosed m: ChildClosedHandler.Handle(state, m, step); break;
            case ResolveExternalSignal m: ResolveExternalSignalHandler.Handle(state, m, step); break;
            case ResolveExternalCancel m: ResolveExternalCancelHandler.Handle(state, m, step); break;
            case RequestCancelRun m: RequestCancelRunHandler.Handle(state, m, step); break;
            case BranchRun m: BranchRunHandler.Handle(state, m, step); break;
            case SupersedeRun m: SupersedeRunHandler.Handle(state, m, step); break;
            case PauseRun m: PauseRunHandler.Handle(state, m, step); break;
            case UnpauseRun m: UnpauseRunHandler.Handle(state, m, step); break;
            case UpdateRunOptions m: UpdateRunOptionsHandler.Handle(state, m, step); break;
            case OperateActivities m: OperateActivitiesHandler.Handle(state, m, step); break;
            case TerminateRun m: TerminateRunHandler.Handle(state, m, step); break;
            case GrantStartPermit: GrantStartPermitHandler.Handle(state, step); break;
            case AttachStartRequest m: AttachStartRequestHandler.Handle(state, m, step); break;
            case LoseActivityAttempts m: LoseActivityAttemptsHandler.Handle(state, m, step); break;
            case ForceWorkflowTask: ForceWorkflowTaskHandler.Handle(state, step); break;
            case LoseWorkflowTask: LoseWorkflowTaskHandler.Handle(state, step); break;
            case AcknowledgeParentNotification: AcknowledgeParentNotificationHandler.Handle(state, step); break;
            default: throw MessageAdmission.UnknownMessage(message);
        }
    }
}
