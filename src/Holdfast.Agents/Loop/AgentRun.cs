using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>The state of a run while it goes on.</summary>
internal sealed class AgentRun
{
    private readonly List<ChatMessage> messages = [];
    private readonly List<ChatMessage> pending = [];
    private readonly List<AgentStep> steps = [];

    public string Agent { get; private set; } = string.Empty;

    public AgentDescriptor? Descriptor { get; set; }

    public AgentPhase Phase { get; set; }

    public int RunningToolCalls { get; set; }

    public IReadOnlyList<ChatMessage> Messages => messages;

    public AgentUsage Usage { get; private set; } = AgentUsage.None;

    public int StepCount { get; private set; }

    public int StepsSinceUserMessage { get; private set; }

    public int PendingMessageCount => pending.Count;

    /// <summary>Takes in what the run is started with. Messages that were added before come after it.</summary>
    public void Begin(AgentInput input)
    {
        Agent = input.Agent;
        var state = input.State ?? new AgentState();
        messages.AddRange(state.Messages);
        steps.AddRange(state.Steps);
        Usage = state.Usage;
        StepCount = state.StepCount;
        StepsSinceUserMessage = state.StepsSinceUserMessage;
        IEnumerable<ChatMessage> first = input.Message is null ? [] : [new ChatMessage(ChatRole.User, input.Message)];
        pending.InsertRange(0, [.. state.PendingMessages, .. input.Messages, .. first]);
    }

    public bool TryAddPending(ChatMessage message)
    {
        if (pending.Count >= AgentLimits.MaxPendingMessages)
        {
            return false;
        }

        pending.Add(message);
        return true;
    }

    /// <summary>Moves the waiting messages into the transcript. They give the agent its full number of steps again.</summary>
    public void TakePending()
    {
        if (pending.Count == 0)
        {
            return;
        }

        messages.AddRange(pending);
        pending.Clear();
        StepsSinceUserMessage = 0;
    }

    public void Add(ModelCallResult result)
    {
        StepCount++;
        StepsSinceUserMessage++;
        Usage += result.Usage;
        messages.AddRange(result.Messages);
        if (steps.Count == AgentLimits.MaxStepRecords)
        {
            steps.RemoveAt(0);
        }

        steps.Add(new AgentStep { Number = StepCount, Agent = Agent, ModelId = result.ModelId, FinishReason = result.FinishReason, Usage = result.Usage });
    }

    public void Add(IReadOnlyList<FinishedCall> calls)
    {
        messages.Add(new ChatMessage(ChatRole.Tool, [.. calls.Select(call => call.Result)]));
        steps[^1] = steps[^1] with { Calls = [.. calls.Select(call => call.Record)] };
    }

    public AgentState ToState() => new()
    {
        Messages = [.. messages],
        PendingMessages = [.. pending],
        Usage = Usage,
        StepCount = StepCount,
        StepsSinceUserMessage = StepsSinceUserMessage,
        Steps = [.. steps],
    };

    public AgentStatus ToStatus(int pendingApprovals) => new()
    {
        Agent = Agent,
        Version = Descriptor?.Version ?? string.Empty,
        Phase = Phase,
        StepCount = StepCount,
        RunningToolCalls = RunningToolCalls,
        PendingApprovals = pendingApprovals,
        PendingMessages = pending.Count,
        Usage = Usage,
    };
}
