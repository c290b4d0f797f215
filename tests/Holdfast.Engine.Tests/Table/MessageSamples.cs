using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

/// <summary>A well-formed message of every type.</summary>
internal static class MessageSamples
{
    internal static readonly IReadOnlyList<(string Name, int SecondsLater, Func<RunState, RunMessage> Message)> All =
    [
        ("StartRun", 0, _ => new StartRun(Scenario.Workflow, Scenario.FirstRun, Scenario.Started())),
        ("StartWorkflowTask", 0, _ => new StartWorkflowTask(Scenario.Worker, string.Empty)),
        ("CompleteWorkflowTask", 0, s => new CompleteWorkflowTask(StartedEventId(s), Attempt(s), [Scenario.Activity("new")], Scenario.Worker)),
        ("FailWorkflowTask", 0, s => new FailWorkflowTask(StartedEventId(s), Attempt(s), WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure, Scenario.Failure(), Scenario.Worker)),
        ("StartActivityAttempt", 0, _ => new StartActivityAttempt(StateClasses.WaitingActivity, 1, Scenario.Worker, 1)),
        ("RespondActivity", 0, _ => new RespondActivity(StateClasses.RunningActivity, 1, new ActivityOutcome.Completed(Payloads.Empty), Scenario.Worker)),
        ("HeartbeatActivity", 0, _ => new HeartbeatActivity(StateClasses.RunningActivity, 1, Scenario.Text("half"))),
        ("LoseActivityAttempts", 0, _ => new LoseActivityAttempts(2)),
        ("LoseWorkflowTask", 0, _ => new LoseWorkflowTask()),
        ("TimerDue", 0, _ => new TimerDue(new RunTimer(RunTimerKind.User, StateClasses.PendingTimer, 0))),
        ("TimerDue", 61, _ => new TimerDue(new RunTimer(RunTimerKind.User, StateClasses.PendingTimer, 0))),
        ("SignalRun", 0, _ => new SignalRun("stop", Payloads.Empty, PayloadMap.Empty, "client", "signal-1")),
        ("AdmitUpdate", 0, _ => new AdmitUpdate(Scenario.Update())),
        ("RequestCancelRun", 0, _ => new RequestCancelRun(RunId.None, "enough", "client", "cancel-1")),
        ("BranchRun", 0, _ => Scenario.Branch([.. new Scenario().Start().History], [new HistoryEvent(3, Scenario.StartOfTime, new WorkflowTaskStarted { ScheduledEventId = 2 })])),
        ("SupersedeRun", 0, _ => new SupersedeRun(CountingRunIds.Numbered(2_000), "try again")),
        ("PauseRun", 0, _ => new PauseRun("look first", "operator", "pause-1")),
        ("UnpauseRun", 0, _ => new UnpauseRun("seen", "operator", "unpause-1")),
        ("UpdateRunOptions", 0, _ => new UpdateRunOptions(new Priority { PriorityKey = 1 }, PriorityFields.All, "operator")),
        ("OperateActivities", 0, _ => new OperateActivities(ActivitySelector.All, new ActivityOperation.Pause("look first"), "operator", "pause-2")),
        ("TerminateRun", 0, _ => new TerminateRun(RunId.None, "enough", Payloads.Empty, "client")),
        ("GrantStartPermit", 0, _ => new GrantStartPermit()),
        ("AttachStartRequest", 0, _ => new AttachStartRequest("start-2", "client")),
        ("ForceWorkflowTask", 0, _ => new ForceWorkflowTask()),
        ("ChildStarted", 0, _ => new ChildStarted(StateClasses.PendingChild, CountingRunIds.Numbered(1))),
        ("ChildStartFailed", 0, _ => new ChildStartFailed(StateClasses.PendingChild, StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists)),
        ("ChildClosed", 0, _ => new ChildClosed(StateClasses.PendingChild, CountingRunIds.Numbered(1), CountingRunIds.Numbered(1), new WorkflowExecutionTerminated())),
        ("ResolveExternalCancel", 0, _ => new ResolveExternalCancel(StateClasses.PendingCancel, null)),
        ("ResolveExternalSignal", 0, _ => new ResolveExternalSignal(StateClasses.PendingSignal, null)),
        ("AcknowledgeParentNotification", 0, _ => new AcknowledgeParentNotification()),
    ];

    private static long StartedEventId(RunState state) => state.WorkflowTask?.StartedEventId ?? 3;

    private static int Attempt(RunState state) => state.WorkflowTask?.Attempt ?? 1;
}
