using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Tests;

public sealed class ToolCallTests
{
    private readonly Sites _sites = new();

    [Fact]
    public void An_agent_without_tools_answers_with_what_its_model_says()
    {
        using var host = HostOf(new ModelScript().Otherwise(ScriptedReply.Say("Nothing to dig.")));

        var result = host.RunAgent("surveyor", "What is there?");

        Assert.Equal("Nothing to dig.", result.Text);
        Assert.Equal(AgentFinishReason.Completed, result.FinishReason);
        Assert.Equal([ChatRole.User, ChatRole.Assistant], result.Messages.Select(message => message.Role));
        Assert.Equal(1, result.StepCount);
        Assert.True(host.ReplayedTasks >= 3);
    }

    [Fact]
    public void Tool_calls_of_one_response_run_in_parallel_and_their_results_stand_in_call_order()
    {
        using var host = HostOf(new ModelScript()
            .OnTurn(1, ScriptedReply.Call("measure", """{"site":"north","depth":3}""").And("measure", """{"site":"south","depth":5}"""))
            .WhenToolResultContains("south is 5 m deep", ScriptedReply.Say("Dig south.")));
        var handle = host.StartAgent("surveyor", "Where do we dig?");

        var result = host.ResultOf(handle);

        Assert.Equal("Dig south.", result.Text);
        Assert.Equal(["measure north 3", "measure south 5"], _sites.Calls);
        Assert.Equal(["call_1_1", "call_1_2"], result.Messages[2].Contents.Cast<FunctionResultContent>().Select(content => content.CallId));
        Assert.Equal(2, ScheduledBySameTask(host.HistoryOf(handle), "InvokeTool"));
    }

    [Fact]
    public void Usage_and_steps_are_summed_over_the_model_calls()
    {
        using var host = HostOf(new ModelScript()
            .OnTurn(1, ScriptedReply.Call("measure", """{"site":"north","depth":3}"""))
            .Otherwise(ScriptedReply.Say("one two three")));

        var result = host.RunAgent("surveyor", "four words for you");

        Assert.Equal(2, result.Usage.ModelCalls);
        Assert.Equal(1 + 3, result.Usage.OutputTokens);
        Assert.Equal(result.Usage.InputTokens + result.Usage.OutputTokens, result.Usage.TotalTokens);
        Assert.Equal([1, 2], result.State.Steps.Select(step => step.Number));
        Assert.Equal(new AgentToolCall("call_1_1", "measure", ToolCallOutcome.Succeeded), Assert.Single(result.State.Steps[0].Calls));
    }

    [Fact]
    public void A_call_of_an_unknown_tool_becomes_an_error_that_the_model_reads()
    {
        using var host = HostOf(new ModelScript()
            .OnTurn(1, ScriptedReply.Call("teleport"))
            .WhenToolResultContains("There is no tool named 'teleport'", ScriptedReply.Say("Then I walk.")));

        Assert.Equal("Then I walk.", host.RunAgent("surveyor", "Go").Text);
    }

    [Theory]
    [InlineData("not json", "not valid JSON")]
    [InlineData("""{"depth":3}""", "arguments.site is missing")]
    [InlineData("""{"site":"north","depth":"deep"}""", "arguments.depth must be")]
    public void Malformed_arguments_are_refused_before_the_tool_is_called(string arguments, string problem)
    {
        using var host = HostOf(new ModelScript()
            .OnTurn(1, ScriptedReply.Call("measure", arguments))
            .WhenToolResultContains(problem, ScriptedReply.Say("My mistake.")));

        var result = host.RunAgent("surveyor", "Go");

        Assert.Equal("My mistake.", result.Text);
        Assert.Empty(_sites.Calls);
        Assert.Equal(ToolCallOutcome.Refused, result.State.Steps[0].Calls[0].Outcome);
    }

    [Fact]
    public void A_tool_that_fails_is_tried_three_times_under_one_key_and_then_the_model_reads_that_it_failed()
    {
        _sites.FailuresLeft = int.MaxValue;
        using var host = HostOf(new ModelScript()
            .OnTurn(1, ScriptedReply.Call("measure", """{"site":"north","depth":3}"""))
            .Otherwise(ScriptedReply.Say("I give up.")));

        var result = host.RunAgent("surveyor", "Go");

        Assert.Equal([1, 2, 3], _sites.Contexts.Select(context => context.Attempt));
        Assert.Single(_sites.Contexts.Select(context => context.IdempotencyKey).Distinct());
        Assert.Equal("""{"error":"The tool 'measure' failed."}""", ToolResultOf(result));
        Assert.Equal(ToolCallOutcome.Failed, result.State.Steps[0].Calls[0].Outcome);
    }

    [Fact]
    public void A_tool_that_recovers_gives_its_result()
    {
        _sites.FailuresLeft = 2;
        using var host = HostOf(new ModelScript()
            .OnTurn(1, ScriptedReply.Call("measure", """{"site":"north","depth":3}"""))
            .Otherwise(ScriptedReply.Say("Done.")));

        Assert.Equal("\"north is 3 m deep\"", ToolResultOf(host.RunAgent("surveyor", "Go")));
    }

    [Fact]
    public void A_tools_own_message_for_the_model_is_shown_at_once()
    {
        _sites.FailuresLeft = int.MaxValue;
        _sites.Failure = () => new ToolException("The site is flooded.");
        using var host = HostOf(new ModelScript()
            .OnTurn(1, ScriptedReply.Call("measure", """{"site":"north","depth":3}"""))
            .Otherwise(ScriptedReply.Say("Pity.")));

        var result = host.RunAgent("surveyor", "Go");

        Assert.Equal("""{"error":"The site is flooded."}""", ToolResultOf(result));
        Assert.Single(_sites.Contexts);
    }

    [Fact]
    public void An_at_most_once_tool_is_not_tried_again()
    {
        _sites.FailuresLeft = int.MaxValue;
        using var host = HostOf(
            new ModelScript().OnTurn(1, ScriptedReply.Call("measure", """{"site":"north","depth":3}""")).Otherwise(ScriptedReply.Say("Done.")),
            new ToolOptions { AtMostOnce = true });

        host.RunAgent("surveyor", "Go");

        Assert.Single(_sites.Contexts);
    }

    [Fact]
    public void Calls_with_the_same_ID_get_IDs_of_their_own()
    {
        var reply = new ScriptedReply { Calls = [new("measure", """{"site":"a","depth":1}""", "x"), new("measure", """{"site":"b","depth":2}""", "x")] };
        using var host = HostOf(new ModelScript().OnTurn(1, reply).Otherwise(ScriptedReply.Say("Done.")));

        var result = host.RunAgent("surveyor", "Go");

        Assert.Equal(["x", "call_1_2"], result.Messages[2].Contents.Cast<FunctionResultContent>().Select(content => content.CallId));
        Assert.Equal(["measure a 1", "measure b 2"], _sites.Calls);
    }

    private AgentHost HostOf(ModelScript script, ToolOptions? options = null) => new(agents => agents
        .AddModel("scripted", new ScriptedChatClient(script))
        .Add(new AgentDefinition { Name = "surveyor", Model = "scripted", Instructions = "You survey.", Tools = [new AgentTool(_sites.Measure, options)] }));

    private static string ToolResultOf(AgentResult result) => result.Messages[2].Contents.Cast<FunctionResultContent>().Single().Result!.ToString() is { } text && text.StartsWith('{') ? text : $"\"{result.Messages[2].Contents.Cast<FunctionResultContent>().Single().Result}\"";

    private static int ScheduledBySameTask(IEnumerable<HistoryEvent> history, string activityType) => history
        .Select(recorded => recorded.Attributes).OfType<ActivityTaskScheduled>().Where(scheduled => scheduled.ActivityType == activityType)
        .GroupBy(scheduled => scheduled.WorkflowTaskCompletedEventId).Max(group => group.Count());
}
