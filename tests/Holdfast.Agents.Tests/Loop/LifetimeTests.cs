using Holdfast.Engine;
using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Tests;

public sealed class LifetimeTests
{
    private readonly Sites _sites = new();

    [Fact]
    public void A_long_history_continues_as_new_between_two_steps_and_loses_nothing()
    {
        using var host = HostOf(12, EngineLimits.Default with { SuggestContinueAsNewEvents = 40 });
        var handle = host.StartAgent("digger", "Dig");

        var result = host.ResultOf(handle);

        Assert.IsType<WorkflowExecutionContinuedAsNew>(host.HistoryOf(handle)[^1].Attributes);
        Assert.Equal(13, result.StepCount);
        Assert.Equal(13, result.Usage.ModelCalls);
        Assert.Equal(12, _sites.Calls.Count);
        Assert.Equal(1 + 12 + 12 + 1, result.Messages.Count);
        Assert.Equal("Dig", result.Messages[0].Text);
        Assert.Equal(Enumerable.Range(1, 13), result.State.Steps.Select(step => step.Number));
    }

    [Fact]
    public void Cancellation_ends_the_run_while_a_model_call_is_under_way()
    {
        var answer = new TaskCompletionSource();
        using var host = new AgentHost(agents => agents
            .AddModel("scripted", new ScriptedChatClient(_ => ScriptedReply.Say("Done."), new ScriptedChatClientOptions { Observer = new Gate(answer.Task) }))
            .Add(new AgentDefinition { Name = "digger", Model = "scripted" }));
        var handle = host.StartAgent("digger", "Dig");
        host.Settle();

        host.Run(handle.CancelAsync());
        var failure = Assert.Throws<WorkflowFailedException>(() => host.ResultOf(handle));

        Assert.Contains("cancel", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Cancellation_ends_the_run_while_an_approval_is_awaited()
    {
        using var host = HostOf(1, options: new ToolOptions { NeedsApproval = true });
        var handle = host.StartAgent("digger", "Dig");
        host.Settle();

        host.Run(handle.CancelAsync());

        Assert.Throws<WorkflowFailedException>(() => host.ResultOf(handle));
        Assert.Empty(_sites.Calls);
    }

    [Fact]
    public void A_crash_after_any_turn_loses_nothing_and_repeats_at_most_the_call_that_was_under_way()
    {
        for (var turns = 1; turns <= 40; turns++)
        {
            _sites.Calls.Clear();
            using var host = HostOf(3);
            var handle = host.StartAgent("digger", "Dig");
            for (var turn = 0; turn < turns; turn++)
            {
                host.TurnOnce();
            }

            host.CrashAndRestart();
            var result = host.ResultOf(host.Client.GetWorkflowHandle<AgentWorkflow, AgentResult>(handle.Id));

            Assert.Equal(4, result.StepCount);
            Assert.Equal(3, result.Messages.Count(message => message.Role == ChatRole.Tool));
            Assert.InRange(_sites.Calls.Count, 3, 4);
        }
    }

    private AgentHost HostOf(int calls, EngineLimits? limits = null, ToolOptions? options = null) => new(
        agents => agents
            .AddModel("scripted", new ScriptedChatClient(turn => turn.Number <= calls ? ScriptedReply.Call("measure", $$"""{"site":"s","depth":{{turn.Number}}}""") : ScriptedReply.Say("Done.")))
            .Add(new AgentDefinition { Name = "digger", Model = "scripted", Tools = [new AgentTool(_sites.Measure, options)] }),
        limits);

    private sealed class Gate(Task open) : IModelCallObserver
    {
        public async ValueTask CallStartingAsync(ModelCallNotice call, CancellationToken cancellationToken) => await open.WaitAsync(cancellationToken);

        public ValueTask CallEndedAsync(ModelCallNotice call, Exception? failure, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
