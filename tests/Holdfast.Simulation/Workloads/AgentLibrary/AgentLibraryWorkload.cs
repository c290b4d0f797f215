using System.Globalization;
using Holdfast.Agents;
using Microsoft.Extensions.AI;

namespace Holdfast.Simulation;

/// <summary>
/// The library of agents, with scripted models: tools that work, fail once, are not known or need an approval; people who approve late and twice; user messages that come while
/// the agent works; agents that hand a conversation on.
/// </summary>
internal sealed class AgentLibraryWorkload(World world, Random chance, string id) : IWorkload
{
    private const int MostTurns = 5;
    private const int MostTools = 3;
    private const int MostMessages = 3;
    private const int MostAgents = 3;
    private const int MostLooks = 4;
    private readonly List<string> _problems = [];
    private readonly List<string> _told = [];

    public string Name => $"library agent {id}";

    public async Task DriveAsync()
    {
        await DelayAsync(5_000);
        var result = await (chance.Next(3) == 0 ? HandOnAsync() : AnswerAsync());
        _problems.AddRange(TranscriptChecker.Check(id, result, world.Outside));
    }

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) => _problems.Concat(world.Outside.Approvals.Problems).Concat(BillChecker.Check(world.Outside.Bill, id, runs));

    private async Task<AgentResult> AnswerAsync()
    {
        var agent = AgentTools.Agents[chance.Next(AgentTools.Agents.Count)].Name;
        var first = DrawScript(0);
        var handle = await world.Client.StartWorkflowAsync((AgentWorkflow w) => w.RunAsync(new AgentInput(agent, first)), new WorkflowOptions { Id = id });
        var newest = world.Client.GetWorkflowHandle<AgentWorkflow>(id);
        var result = handle.ResultAsync();
        var approving = new Approver(world, chance, id, () => newest.QueryAsync(w => w.PendingApprovals()), (resolution, updateId) => newest.ExecuteUpdateAsync(w => w.ResolveApprovalAsync(resolution), new WorkflowUpdateOptions { UpdateId = updateId })).WorkAsync(result);
        var telling = TellAsync(newest);
        var seen = WatchAsync(newest);
        var final = await result;
        await Task.WhenAll(approving, telling);
        RequireMessages(final, first);
        RequireSeen(final, await seen);
        return final;
    }

    private async Task<AgentResult> HandOnAsync()
    {
        List<string> agents = [.. Enumerable.Range(0, chance.Next(2, MostAgents + 1)).Select(_ => AgentTools.Agents[chance.Next(AgentTools.Agents.Count)].Name)];
        List<string> messages = [.. agents.Select((_, i) => DrawScript(i))];
        var handle = await world.Client.StartWorkflowAsync((HandoffWorkflow w) => w.RunAsync(agents, messages), new WorkflowOptions { Id = id });
        var result = handle.ResultAsync();
        await new Approver(world, chance, id, () => handle.QueryAsync(w => w.PendingApprovals()), (resolution, updateId) => handle.ExecuteUpdateAsync(w => w.ResolveApprovalAsync(resolution), new WorkflowUpdateOptions { UpdateId = updateId })).WorkAsync(result);
        var final = await result;
        RequireOrder(agents, messages, final);
        return final;
    }

    /// <summary>Each agent took the steps that follow its message, and nobody else.</summary>
    private void RequireOrder(List<string> agents, List<string> messages, AgentResult final)
    {
        List<string> order = [.. final.State.Steps.Select(s => s.Agent)];
        List<string> expected = [];
        var agent = -1;
        foreach (var message in final.State.Messages)
        {
            agent += message.Role == ChatRole.User ? 1 : 0;
            if (message.Role == ChatRole.Assistant)
            {
                expected.Add(agents[agent]);
            }
        }

        Note(UserMessagesOf(final).SequenceEqual(messages, StringComparer.Ordinal), $"was told {string.Join(" and ", messages)}, and read {string.Join(" and ", UserMessagesOf(final))}");
        Note(order.SequenceEqual(expected, StringComparer.Ordinal), $"was handed on as {string.Join(", ", order)}, and not as {string.Join(", ", expected)}");
    }

    private async Task TellAsync(WorkflowHandle<AgentWorkflow> newest)
    {
        for (var number = 1; number <= chance.Next(MostMessages + 1); number++)
        {
            await DelayAsync(10_000);
            var script = DrawScript(number);
            try
            {
                await newest.SignalAsync(w => w.AddUserMessageAsync(script), new WorkflowSignalOptions { RequestId = script });
                _told.Add(script);
            }
            catch (WorkflowException)
            {
                return; // it has answered
            }
        }
    }

    /// <summary>What the transcript was at several times.</summary>
    private async Task<List<IReadOnlyList<ChatMessage>>> WatchAsync(WorkflowHandle<AgentWorkflow> newest)
    {
        List<IReadOnlyList<ChatMessage>> seen = [];
        for (var times = chance.Next(MostLooks); times > 0; times--)
        {
            await DelayAsync(6_000);
            try
            {
                seen.Add((await newest.QueryAsync(w => w.Transcript())).Messages);
            }
            catch (WorkflowQueryFailedException)
            {
                // A new run that has not begun has nothing to say.
            }
        }

        return seen;
    }

    /// <summary>What was acknowledged stands in the transcript once; what was not, because the answer was lost, once at most in each run that it came to.</summary>
    private void RequireMessages(AgentResult final, string first)
    {
        var read = UserMessagesOf(final);
        Note(read[0] == first, $"began with '{read[0]}', and not with '{first}'");
        foreach (var told in _told)
        {
            var times = read.Count(m => m == told);
            Note(times == 1 || (times > 1 && world.Faults.Kinds.HasNetworkFaults()), string.Create(CultureInfo.InvariantCulture, $"read '{told}' {times} times, which it was told once"));
        }
    }

    /// <summary>Nothing that anybody saw is taken back.</summary>
    private void RequireSeen(AgentResult final, List<IReadOnlyList<ChatMessage>> seen)
    {
        foreach (var messages in seen)
        {
            Note(messages.Select(m => m.Text).SequenceEqual(final.State.Messages.Take(messages.Count).Select(m => m.Text), StringComparer.Ordinal), "showed a transcript that is not how the last one begins");
        }
    }

    private static List<string> UserMessagesOf(AgentResult result) => [.. result.State.Messages.Where(m => m.Role == ChatRole.User).Select(m => m.Text)];

    private string DrawScript(int number) => ScriptedConversation.Draw(chance, string.Create(CultureInfo.InvariantCulture, $"{id}.{number}"), MostTurns, MostTools);

    private void Note(bool isRight, string problem)
    {
        if (!isRight)
        {
            _problems.Add($"{id} {problem}");
        }
    }

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
