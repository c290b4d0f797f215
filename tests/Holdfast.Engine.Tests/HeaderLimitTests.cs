using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class HeaderLimitTests
{
    private static readonly PayloadMap Wide = PayloadMap.Of([new("context", new Payload(Payload.BinaryEncoding, new byte[94]))]);

    public static TheoryData<string, Command> Commands => new()
    {
        { "BadScheduleActivityAttributes", Scenario.Activity() with { Header = Wide } },
        { "BadStartChildExecutionAttributes", Scenario.Child() with { Header = Wide } },
        { "BadSignalWorkflowExecutionAttributes", new SignalExternalWorkflowExecutionCommand { WorkflowId = "other", RunId = RunId.None, SignalName = "go", Header = Wide } },
        { "BadContinueAsNewAttributes", new ContinueAsNewWorkflowExecutionCommand { Header = Wide } },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_with_too_large_a_header_fails_the_task_and_names_the_code(string cause, Command command)
    {
        var run = new Scenario(new EngineLimits { HeaderBytes = 100 }).Start().StartTask().CompleteTask(command);
        run.ExpectRecords($"4 WorkflowTaskFailed {cause}");
        Assert.Contains(ErrorCodes.HeaderTooLarge.ToString(), ((WorkflowTaskFailed)run.History[^1].Attributes).Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_header_at_the_limit_is_taken(string cause, Command command)
    {
        var run = new Scenario(new EngineLimits { HeaderBytes = 101 }).Start().StartTask().CompleteTask(command);
        Assert.NotEmpty(cause);
        Assert.DoesNotContain(run.History, static e => e.Attributes is WorkflowTaskFailed);
    }
}
