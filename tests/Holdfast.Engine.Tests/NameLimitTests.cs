using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class NameLimitTests
{
    private static readonly string Longest = new('é', 500);
    private static readonly string TooLong = Longest + "x";

    public static TheoryData<string, Func<string, RunMessage>> NamesOfRequests => new()
    {
        { "workflow type", static name => Start(Scenario.Workflow, Scenario.Started() with { WorkflowType = name }) },
        { "task queue", static name => Start(Scenario.Workflow, Scenario.Started() with { TaskQueue = name }) },
        { "request ID", static name => Start(Scenario.Workflow, Scenario.Started() with { RequestId = name }) },
        { "signal", static name => new SignalRun(name, Payloads.Empty, PayloadMap.Empty, "client", "r1") },
        { "update", static name => new AdmitUpdate(Scenario.Update() with { Name = name }) },
        { "update ID", static name => new AdmitUpdate(Scenario.Update(name)) },
    };

    public static TheoryData<string, Func<string, Command>> NamesOfCommands => new()
    {
        { "activity ID", static name => Scenario.Activity(name) },
        { "activity type", static name => Scenario.Activity() with { ActivityType = name } },
        { "activity's task queue", static name => Scenario.Activity() with { TaskQueue = name } },
        { "timer ID", static name => Scenario.Timer(name) },
        { "child's workflow ID", static name => Scenario.Child(name) },
        { "child's workflow type", static name => Scenario.Child() with { WorkflowType = name } },
        { "child's task queue", static name => Scenario.Child() with { TaskQueue = name } },
        { "signal of another run", static name => new SignalExternalWorkflowExecutionCommand { WorkflowId = "other", SignalName = name } },
        { "workflow ID of another run", static name => new RequestCancelExternalWorkflowExecutionCommand { WorkflowId = name, RunId = RunId.None } },
        { "marker", static name => new RecordMarkerCommand { MarkerName = name } },
        { "workflow type to continue as", static name => new ContinueAsNewWorkflowExecutionCommand { WorkflowType = name } },
        { "task queue to continue on", static name => new ContinueAsNewWorkflowExecutionCommand { TaskQueue = name } },
    };

    [Theory]
    [MemberData(nameof(NamesOfRequests), DisableDiscoveryEnumeration = true)]
    public void A_name_of_a_thousand_bytes_is_taken_and_a_longer_one_refused(string what, Func<string, RunMessage> named)
    {
        Assert.True(Sent(named(Longest)).Rejection is null, what);
        Sent(named(TooLong)).ExpectRejection(ErrorCodes.LimitExceeded);
    }

    [Theory]
    [MemberData(nameof(NamesOfCommands), DisableDiscoveryEnumeration = true)]
    public void A_command_may_name_things_with_a_thousand_bytes_and_no_more(string what, Func<string, Command> named)
    {
        Assert.True(Completed(named(Longest)), what);
        Assert.False(Completed(named(TooLong)), what);
    }

    private static StartRun Start(WorkflowKey workflow, WorkflowExecutionStarted started) => new(workflow, Scenario.FirstRun, started);

    private static Scenario Sent(RunMessage message) => (message is StartRun ? new Scenario() : new Scenario().Start()).Send(message);

    private static bool Completed(Command command) => new Scenario().Start().RunTask(command).History.Any(static e => e.Type == EventType.WorkflowTaskCompleted);
}
