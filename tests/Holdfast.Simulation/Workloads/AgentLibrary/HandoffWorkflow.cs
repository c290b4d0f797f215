using Holdfast.Agents;

namespace Holdfast.Simulation;

/// <summary>Agents that hand a conversation on, each with a script of its own, and people who approve what they do.</summary>
[Workflow]
public sealed class HandoffWorkflow
{
    private readonly ApprovalDesk _desk = new();

    /// <summary>Lets each agent go on where the one before stopped; gives what the last one came to.</summary>
    public async Task<AgentResult> RunAsync(IReadOnlyList<string> agents, IReadOnlyList<string> messages)
    {
        AgentRunOptions options = new() { Approve = _desk.DecideAsync };
        var result = await DurableAgent.Of(agents[0]).RunAsync(messages[0], options);
        for (var i = 1; i < agents.Count; i++)
        {
            result = await DurableAgent.Of(agents[i]).RunAsync(result.State, messages[i], options);
        }

        return result;
    }

    /// <summary>Decides about a call.</summary>
    [Update(Validator = nameof(ValidateApproval))]
    public Task ResolveApprovalAsync(ApprovalResolution resolution)
    {
        _desk.Resolve(resolution);
        return Task.CompletedTask;
    }

    public void ValidateApproval(ApprovalResolution resolution) => _desk.Validate(resolution);

    /// <summary>The calls that wait.</summary>
    [Query]
    public IReadOnlyList<ApprovalRequest> PendingApprovals() => _desk.Pending;
}
