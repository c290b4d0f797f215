using System.Collections.Concurrent;
using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Tests;

public sealed class ModelCallTests
{
    [Fact]
    public void Every_attempt_at_a_model_call_carries_the_same_key_and_other_calls_carry_others()
    {
        var ledger = new Ledger();
        using var host = HostOf(
            turn => turn.Attempt < 3 ? ScriptedReply.Fail(new IOException("line broke")) : turn.Number == 1 ? ScriptedReply.Call("none") : ScriptedReply.Say("Done."),
            ledger);

        host.RunAgent("surveyor", "Go");

        Assert.Equal(6, ledger.Started.Count);
        Assert.Equal([3, 3], ledger.Started.GroupBy(call => call.IdempotencyKey).Select(group => group.Count()));
        Assert.All(ledger.Started, call => Assert.NotNull(call.IdempotencyKey));
        Assert.Equal(2, ledger.Ended.Count(call => call.Failure is null));
    }

    [Fact]
    public void An_answer_that_was_recorded_is_not_asked_for_again_after_a_crash()
    {
        var ledger = new Ledger();
        using var host = HostOf(turn => turn.Number == 1 ? ScriptedReply.Call("none") : ScriptedReply.Say("Done."), ledger);
        var handle = host.StartAgent("surveyor", "Go");
        host.RunUntil(() => ledger.Ended.Count == 1);
        host.Settle();

        host.CrashAndRestart();
        host.ResultOf(host.Client.GetWorkflowHandle<AgentWorkflow, AgentResult>(handle.Id));

        Assert.Equal(2, ledger.Started.Select(call => call.IdempotencyKey).Distinct().Count());
        Assert.Equal(2, ledger.Ended.Count);
    }

    [Fact]
    public void A_failure_that_no_retry_can_mend_fails_the_run_at_once()
    {
        var ledger = new Ledger();
        var failure = new ModelProviderException(ErrorCodes.ModelCallRefused, "Model 'fast' (openai): no such model.", new ModelFailure("not_found_error", IsRetryable: false, StatusCode: 404));
        using var host = HostOf(_ => ScriptedReply.Fail(failure), ledger);

        var thrown = Assert.Throws<WorkflowFailedException>(() => host.RunAgent("surveyor", "Go"));

        Assert.Single(ledger.Started);
        Assert.Contains("no such model", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_providers_wish_for_a_delay_is_honoured()
    {
        var ledger = new Ledger();
        var failure = new ModelProviderException(ErrorCodes.ModelCallRefused, "Model 'fast' (openai): slow down.", new ModelFailure("rate_limit", IsRetryable: true, TimeSpan.FromMinutes(7), 429));
        using var host = HostOf(turn => turn.Attempt == 1 ? ScriptedReply.Fail(failure) : ScriptedReply.Say("Done."), ledger);
        var start = host.Time.GetUtcNow();

        host.RunAgent("surveyor", "Go");

        Assert.True(host.Time.GetUtcNow() - start >= TimeSpan.FromMinutes(7));
        Assert.Equal(2, ledger.Started.Count);
    }

    [Fact]
    public void What_an_unknown_client_throws_leaves_no_text_in_the_history()
    {
        using var host = HostOf(turn => turn.Attempt == 1 ? ScriptedReply.Fail(new IOException("https://api.example/?key=sk-secret")) : ScriptedReply.Say("Done."));
        var handle = host.StartAgent("surveyor", "Go");

        host.ResultOf(handle);
        var failure = host.HistoryOf(handle).Select(recorded => recorded.Attributes).OfType<ActivityTaskStarted>().Single(started => started.LastFailure is not null).LastFailure!;

        Assert.Contains("IOException", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_holds_names_and_messages_and_neither_instructions_nor_keys()
    {
        using var host = HostOf(_ => ScriptedReply.Say("Done."));
        var handle = host.StartAgent("surveyor", "Go");

        host.ResultOf(handle);
        var history = string.Join('\n', host.HistoryOf(handle).SelectMany(PayloadText.Of));

        Assert.Contains("surveyor", history, StringComparison.Ordinal);
        Assert.DoesNotContain("secret instructions", history, StringComparison.Ordinal);
        Assert.DoesNotContain("dempotency", history, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_agent_is_retried_until_a_worker_knows_it()
    {
        using var host = HostOf(_ => ScriptedReply.Say("Done."));
        var handle = host.StartAgent("nobody", "Go");

        host.RunUntil(() => PendingFailure(host, handle) is not null);

        Assert.Contains("HF3450", PendingFailure(host, handle), StringComparison.Ordinal);
        Assert.Contains("It has: surveyor.", PendingFailure(host, handle), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_gets_the_agents_instructions_tools_and_settings()
    {
        ChatOptions? seen = null;
        using var host = HostOf(turn =>
        {
            seen = turn.Options;
            return ScriptedReply.Say("Done.");
        });

        host.RunAgent("surveyor", "Go");

        Assert.Equal("secret instructions", seen!.Instructions);
        Assert.Equal(0.5f, seen.Temperature);
        Assert.Equal("measure", Assert.Single(seen.Tools!).Name);
        Assert.IsNotType<AIFunction>(seen.Tools![0], exactMatch: false);
    }

    private static AgentHost HostOf(Func<ScriptTurn, ScriptedReply> script, IModelCallObserver? observer = null) => new(agents => agents
        .AddModel("scripted", new ScriptedChatClient(script, new ScriptedChatClientOptions { Observer = observer }))
        .Add(new AgentDefinition
        {
            Name = "surveyor",
            Model = "scripted",
            Instructions = "secret instructions",
            Tools = [new Sites().Measure],
            ModelOptions = new ModelOptions { Temperature = 0.5f },
        }));

    private static string? PendingFailure(AgentHost host, WorkflowHandle handle) => host.Run(handle.DescribeAsync()).PendingActivities is [var first, ..] ? first.LastFailure?.Message : null;

    private sealed class Ledger : IModelCallObserver
    {
        public ConcurrentQueue<ModelCallNotice> Started { get; } = new();

        public ConcurrentQueue<(ModelCallNotice Call, Exception? Failure)> Ended { get; } = new();

        public ValueTask CallStartingAsync(ModelCallNotice call, CancellationToken cancellationToken)
        {
            Started.Enqueue(call);
            return ValueTask.CompletedTask;
        }

        public ValueTask CallEndedAsync(ModelCallNotice call, Exception? failure, CancellationToken cancellationToken)
        {
            Ended.Enqueue((call, failure));
            return ValueTask.CompletedTask;
        }
    }
}
