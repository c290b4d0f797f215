using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>
/// An agent as a workflow of its own: <c>client.StartWorkflowAsync((AgentWorkflow w) =&gt; w.RunAsync(new AgentInput("surveyor", "…")), …)</c>. It continues as new
/// between two steps when its history has grown long.
/// </summary>
[Workflow]
public sealed class AgentWorkflow
{
    private readonly AgentRun _run = new();
    private readonly ApprovalDesk _approvals = new();

    /// <summary>Runs the agent until it has answered every user message.</summary>
    public async Task<AgentResult> RunAsync(AgentInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _run.Begin(input);
        var stepsBefore = _run.StepCount;

        // A run that began with a long transcript takes a step too: otherwise it would only hand on.
        var options = new AgentRunOptions { Approve = _approvals.DecideAsync, YieldWhen = () => _run.StepCount > stepsBefore && Workflow.Info.SuggestContinueAsNew };
        var result = await new AgentLoop(_run, options).RunAsync();
        if (result.FinishReason != AgentFinishReason.Yielded)
        {
            return result;
        }

        var next = new AgentInput(input.Agent) { State = result.State };
        throw Workflow.ContinueAsNew((AgentWorkflow w) => w.RunAsync(next));
    }

    /// <summary>Adds a user message. The agent sees it at its next step; when it was about to end, it goes on.</summary>
    [Signal]
    public Task AddUserMessageAsync(string message)
    {
        if (!_run.TryAddPending(new ChatMessage(ChatRole.User, message)))
        {
            AgentLog.MessageLeftOut(Workflow.Logger, AgentLimits.MaxPendingMessages);
        }

        return Task.CompletedTask;
    }

    /// <summary>Decides about a tool call that waits for an approval.</summary>
    /// <param name="resolution">The decision, best made from the <see cref="ApprovalRequest"/>.</param>
    [Update(Validator = nameof(ValidateApproval))]
    public Task ResolveApprovalAsync(ApprovalResolution resolution)
    {
        _approvals.Resolve(resolution);
        return Task.CompletedTask;
    }

    /// <summary>Refuses decisions about calls that do not wait, or have other arguments than were decided on.</summary>
    /// <exception cref="Holdfast.Protocol.HoldfastException"><see cref="Holdfast.Protocol.ErrorCodes.ApprovalNotPending"/> or <see cref="Holdfast.Protocol.ErrorCodes.ApprovalMismatch"/>.</exception>
    public void ValidateApproval(ApprovalResolution resolution) => _approvals.Validate(resolution);

    /// <summary>Where the run stands.</summary>
    [Query]
    public AgentStatus Status() => _run.ToStatus(_approvals.PendingCount);

    /// <summary>The tool calls that wait for an approval, oldest first.</summary>
    [Query]
    public IReadOnlyList<ApprovalRequest> PendingApprovals() => _approvals.Pending;

    /// <summary>The transcript so far.</summary>
    [Query]
    public AgentTranscript Transcript() => new() { Messages = _run.Messages };

    /// <summary>Tokens used so far.</summary>
    [Query]
    public AgentUsage Usage() => _run.Usage;
}
