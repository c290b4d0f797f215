using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Tests;

public sealed class LimitTests
{
    private const string Arguments = """{"site":"north","depth":3}""";

    private readonly Sites _sites = new();
    private readonly List<(string? Instructions, bool MayCallTools)> _requests = [];

    [Fact]
    public void The_last_step_may_call_no_tools_and_its_answer_is_the_result()
    {
        using var host = HostOf(new AgentDefinition { Name = "digger", Model = "scripted", Tools = [_sites.Measure], MaxSteps = 3, ReminderSteps = 2 });

        var result = host.RunAgent("digger", "Dig");

        Assert.Equal(AgentFinishReason.StepLimit, result.FinishReason);
        Assert.Equal("That is all.", result.Text);
        Assert.Equal([true, true, false], _requests.Select(request => request.MayCallTools));
        Assert.Null(_requests[0].Instructions);
        Assert.Contains("2 steps left", _requests[1].Instructions, StringComparison.Ordinal);
        Assert.Contains("last step", _requests[2].Instructions, StringComparison.Ordinal);
        Assert.Equal(2, _sites.Calls.Count);
    }

    [Fact]
    public void A_model_that_calls_tools_at_its_last_step_all_the_same_is_refused()
    {
        using var host = HostOf(new AgentDefinition { Name = "digger", Model = "stubborn", Tools = [_sites.Measure], MaxSteps = 1 });

        var result = host.RunAgent("digger", "Dig");

        Assert.Empty(_sites.Calls);
        Assert.Equal(ToolCallOutcome.Refused, result.State.Steps[0].Calls[0].Outcome);
        Assert.Equal(ChatRole.Tool, result.Messages[^1].Role);
    }

    [Fact]
    public void At_the_limit_the_run_fails_when_the_definition_says_so()
    {
        using var host = HostOf(new AgentDefinition { Name = "digger", Model = "scripted", Tools = [_sites.Measure], MaxSteps = 2, AtStepLimit = StepLimitBehavior.Fail });

        var failure = Assert.Throws<WorkflowFailedException>(() => host.RunAgent("digger", "Dig"));

        Assert.Contains("HF3452", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(_sites.Calls);
    }

    [Fact]
    public void Forty_steps_are_allowed_unless_the_definition_says_otherwise()
    {
        using var host = HostOf(new AgentDefinition { Name = "digger", Model = "scripted", Tools = [_sites.Measure] });

        Assert.Equal(40, host.RunAgent("digger", "Dig").StepCount);
    }

    [Fact]
    public void A_user_message_that_arrives_on_the_way_is_seen_at_the_next_step_and_renews_the_steps()
    {
        using var host = HostOf(new AgentDefinition { Name = "digger", Model = "scripted", Tools = [new AgentTool(_sites.Measure, new ToolOptions { NeedsApproval = true })], MaxSteps = 2 });
        var handle = host.StartAgent("digger", "Dig");
        host.Settle();

        host.Run(handle.SignalAsync(w => w.AddUserMessageAsync("Stop at noon.")));
        while (!handle.ResultAsync().IsCompleted)
        {
            host.Settle();
            var pending = host.Run(handle.QueryAsync(w => w.PendingApprovals()));
            if (pending.Count == 0)
            {
                break;
            }

            host.Run(handle.ExecuteUpdateAsync(w => w.ResolveApprovalAsync(pending[0].Approve())));
        }

        var result = host.ResultOf(handle);
        Assert.Equal(["Dig", "Stop at noon."], result.Messages.Where(message => message.Role == ChatRole.User).Select(message => message.Text));
        Assert.Equal(3, result.StepCount);
    }

    [Fact]
    public void No_more_tool_calls_run_at_a_time_than_the_agent_allows()
    {
        var running = 0;
        var most = 0;
        var gates = new List<TaskCompletionSource>();
        var slow = AIFunctionFactory.Create(
            async () =>
            {
                most = Math.Max(most, ++running);
                var gate = new TaskCompletionSource();
                gates.Add(gate);
                await gate.Task;
                running--;
                return "ok";
            },
            "slow");
        var reply = ScriptedReply.Call("slow").And("slow").And("slow").And("slow").And("slow");
        using var host = new AgentHost(agents => agents
            .AddModel("scripted", new ScriptedChatClient(turn => turn.Number == 1 ? reply : ScriptedReply.Say("Done.")))
            .Add(new AgentDefinition { Name = "digger", Model = "scripted", Tools = [slow], MaxParallelToolCalls = 2 }));
        var handle = host.StartAgent("digger", "Dig");

        for (var opened = 0; opened < 5; opened++)
        {
            host.Settle();
            gates[opened].SetResult();
        }

        Assert.Equal("Done.", host.ResultOf(handle).Text);
        Assert.Equal(2, most);
    }

    private AgentHost HostOf(AgentDefinition agent) => new(agents => agents
        .AddModel("scripted", new ScriptedChatClient(turn =>
        {
            _requests.Add((turn.Options?.Instructions, turn.MayCallTools));
            return turn.MayCallTools ? ScriptedReply.Call("measure", Arguments) : ScriptedReply.Say("That is all.");
        }))
        .AddModel("stubborn", new ScriptedChatClient(_ => ScriptedReply.Call("measure", Arguments)))
        .Add(agent));
}
