using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>The state of a run while it goes on.</summary>
internal sealed class AgentRun
{
    private readonly List<ChatMessage> _messages = [];
    private readonly List<ChatMessage> _pending = [];
    private readonly List<AgentStep> _steps = [];

    public string Agent { get; private set; } = string.Empty;

    public AgentDescriptor? Descriptor { get; set; }

    public AgentPhase Phase { get; set; }

    public int RunningToolCalls { get; set; }

    public IReadOnlyList<ChatMessage> Messages => _messages;

    public AgentUsage Usage { get; private set; } = AgentUsage.None;

    public int StepCount { get; private set; }

    public int StepsSinceUserMessage { get; private set; }

    public int PendingMessageCount => _pending.Count;

    /// <summary>Takes in what the run is started with. Messages that were added before come after it.</summary>
    public void Begin(AgentInput input)
    {
        Agent = input.Agent;
        var state = input.State ?? new AgentState();
        _messages.AddRange(state.Messages);
        _steps.AddRange(state.Steps);
        Usage = state.Usage;
        StepCount = state.StepCount;
        StepsSinceUserMessage = state.StepsSinceUserMessage;
        IEnumerable<ChatMessage> first = input.Message is null ? [] : [new ChatMessage(ChatRole.User, input.Message)];
        _pending.InsertRange(0, [.. state.PendingMessages, .. input.Messages, .. first]);
    }

    public bool TryAddPending(ChatMessage message)
    {
        if (_pending.Count >= AgentLimits.MaxPendingMessages)
        {
            return false;
        }

        _pending.Add(message);
        return true;
    }

    /// <summary>Moves the waiting messages into the transcript. They give the agent its full number of steps again.</summary>
    public void TakePending()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        _messages.AddRange(_pending);
        _pending.Clear();
        StepsSinceUserMessage = 0;
    }

    public void Add(ModelCallResult result)
    {
        StepCount++;
        StepsSinceUserMessage++;
        Usage += result.Usage;
        _messages.AddRange(result.Messages);
        if (_steps.Count == AgentLimits.MaxStepRecords)
        {
            _steps.RemoveAt(0);
        }

        _steps.Add(new AgentStep { Number = StepCount, Agent = Agent, ModelId = result.ModelId, FinishReason = result.FinishReason, Usage = result.Usage });
    }

    public void Add(IReadOnlyList<FinishedCall> calls)
    {
        _messages.Add(new ChatMessage(ChatRole.Tool, [.. calls.Select(call => call.Result)]));
        _steps[^1] = _steps[^1] with { Calls = [.. calls.Select(call => call.Record)] };
    }

    public AgentState ToState() => new()
    {
        Messages = [.. _messages],
        PendingMessages = [.. _pending],
        Usage = Usage,
        StepCount = StepCount,
        StepsSinceUserMessage = StepsSinceUserMessage,
        Steps = [.. _steps],
    };

    public AgentStatus ToStatus(int pendingApprovals) => new()
    {
        Agent = Agent,
        Version = Descriptor?.Version ?? string.Empty,
        Phase = Phase,
        StepCount = StepCount,
        RunningToolCalls = RunningToolCalls,
        PendingApprovals = pendingApprovals,
        PendingMessages = _pending.Count,
        Usage = Usage,
    };
}
