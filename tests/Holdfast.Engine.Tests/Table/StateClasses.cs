using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

/// <summary>One run of each class of state that makes a difference to what a message does.</summary>
internal static class StateClasses
{
    internal const long WaitingActivity = 5;
    internal const long RunningActivity = 6;
    internal const long PendingTimer = 7;
    internal const long PendingChild = 8;
    internal const long PendingCancel = 9;
    internal const long PendingSignal = 10;

    internal static readonly IReadOnlyList<(string Name, Func<Scenario> Build)> All =
    [
        ("not started", () => new Scenario()),
        ("first task delayed", () => new Scenario().Start(s => s with { FirstWorkflowTaskBackoff = TimeSpan.FromMinutes(1) })),
        ("waits for a permit", () => new Scenario().Start(s => s with { Admission = StartAdmission.Waits })),
        ("no task", Waiting),
        ("task scheduled", () => Waiting().Signal()),
        ("task started", () => Waiting().Signal().StartTask()),
        ("speculative scheduled", () => Waiting().Admit("u9")),
        ("speculative started", () => Waiting().Admit("u9").StartTask()),
        ("backing off", () => Waiting().Signal().StartTask().FailTask()),
        ("transient scheduled", () => Waiting().Signal().StartTask().FailTask().Sleep(1)),
        ("transient started", () => Waiting().Signal().StartTask().FailTask().Sleep(1).StartTask()),
        ("paused", () => Waiting().Signal().Do(new PauseRun("look first", "operator", string.Empty))),
        ("closed", () => Waiting().Signal().RunTask(new CompleteWorkflowExecutionCommand())),
        ("closed child", () => Waiting(AsChild).Signal().RunTask(new CompleteWorkflowExecutionCommand())),
        ("closed child, told", () => Waiting(AsChild).Signal().RunTask(new CompleteWorkflowExecutionCommand()).Do(new AcknowledgeParentNotification())),
        ("continued child", () => Waiting(AsChild).Signal().RunTask(new ContinueAsNewWorkflowExecutionCommand())),
    ];

    private static Scenario Waiting() => Waiting(s => s);

    private static Scenario Waiting(Func<WorkflowExecutionStarted, WorkflowExecutionStarted> change) => new Scenario()
        .Start(change)
        .RunTask(
            Scenario.Activity("a"),
            Scenario.Activity("b"),
            Scenario.Timer(),
            Scenario.Child(),
            new RequestCancelExternalWorkflowExecutionCommand { WorkflowId = "other", RunId = RunId.None },
            new SignalExternalWorkflowExecutionCommand { WorkflowId = "other", SignalName = "go" })
        .StartAttempt(index: 1, processEpoch: 1);

    private static WorkflowExecutionStarted AsChild(WorkflowExecutionStarted started) =>
        started with { Parent = new ParentInfo("default", new WorkflowExecution("parent", CountingRunIds.Numbered(7)), 5) };
}
