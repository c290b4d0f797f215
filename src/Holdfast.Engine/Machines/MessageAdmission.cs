using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The table of messages and phases of a run: which are taken, which change nothing, which are refused and with what code.</summary>
internal static class MessageAdmission
{
    private const string Unknown = "The run has not started.";
    private const string Exists = "The run has already started.";
    private const string Closed = "The run is closed.";
    private const string NoWorkflow = "The run executes an activity that a client started; it is no workflow.";
    private const string NoTask = "The run is closed; it has no workflow task.";
    private const string NoAttempt = "The run is closed; it waits for no activity attempt.";

    internal static bool Admits(RunState state, RunMessage message, RunStep step) => state.Phase switch
    {
        RunPhase.Open => state.IsStandaloneActivity ? AdmitsOpenActivity(message, step) : AdmitsOpen(state, message, step),
        RunPhase.Closed => AdmitsClosed(state, message, step),
        _ => message is StartRun or BranchRun || Refuse(step, ErrorCodes.NotFound, Unknown),
    };

    private static bool AdmitsOpen(RunState state, RunMessage message, RunStep step) => message switch
    {
        BranchRun when state.IsBeginningOfBranch => true,
        StartRun or BranchRun => Refuse(step, ErrorCodes.WorkflowAlreadyStarted, Exists),
        AcknowledgeParentNotification => Ignore,
        _ => true,
    };

    /// <summary>Of a run that executes an activity: what has to do with workflow code finds no workflow there.</summary>
    private static bool AdmitsOpenActivity(RunMessage message, RunStep step) => message switch
    {
        StartRun or BranchRun => Refuse(step, ErrorCodes.WorkflowAlreadyStarted, Exists),
        RespondActivity or StartActivityAttempt or HeartbeatActivity or LoseActivityAttempts or TimerDue => true,
        RequestCancelRun or TerminateRun or AttachStartRequest or OperateActivities => true,
        LoseWorkflowTask or ForceWorkflowTask or AcknowledgeParentNotification => Ignore,
        _ => Refuse(step, ErrorCodes.NotFound, NoWorkflow),
    };

    private static bool AdmitsClosed(RunState state, RunMessage message, RunStep step) => message switch
    {
        AcknowledgeParentNotification => state.OwesParentNotification,
        AdmitUpdate => true, // what became of an update can be asked after the close
        SignalRun signal when state.HasSeenRequest(signal.RequestId) => Ignore,
        RequestCancelRun cancel when !state.IsStandaloneActivity || state.HasSeenRequest(cancel.RequestId) => Ignore, // what has ended need not be asked to
        PauseRun pause when state.HasSeenRequest(pause.RequestId) => Ignore,
        UnpauseRun unpause when state.HasSeenRequest(unpause.RequestId) => Ignore,
        OperateActivities operate when state.HasSeenRequest(operate.RequestId) => Ignore,
        SignalRun or RequestCancelRun or PauseRun or UnpauseRun or UpdateRunOptions or OperateActivities or TerminateRun or AttachStartRequest => Refuse(step, ErrorCodes.RunClosed, Closed),
        StartWorkflowTask or CompleteWorkflowTask or FailWorkflowTask => Refuse(step, ErrorCodes.StaleAttempt, NoTask),
        RespondActivity or HeartbeatActivity => Refuse(step, ErrorCodes.StaleAttempt, NoAttempt),
        StartRun or BranchRun => Refuse(step, ErrorCodes.WorkflowAlreadyStarted, Exists),
        SupersedeRun => true,
        GrantStartPermit or StartActivityAttempt or LoseActivityAttempts or LoseWorkflowTask or ForceWorkflowTask or TimerDue => Ignore,
        ChildStarted or ChildStartFailed or ChildClosed or ResolveExternalCancel or ResolveExternalSignal => Ignore,
        _ => throw UnknownMessage(message),
    };

    internal static HoldfastException UnknownMessage(RunMessage message) =>
        new(ErrorCodes.InvariantBroken, $"The run state machine has no arm for {message.GetType().Name}.");

    private const bool Ignore = false;

    private static bool Refuse(RunStep step, ErrorCode code, string text)
    {
        step.Reject(code, text);
        return false;
    }
}
