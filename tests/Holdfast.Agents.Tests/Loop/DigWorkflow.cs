namespace Holdfast.Agents.Tests;

/// <summary>Lets an agent measure, but not deep, and talks to it twice.</summary>
[Workflow]
public sealed class DigWorkflow
{
    public async Task<string> RunAsync(string message)
    {
        var agent = DurableAgent.Of("digger");
        var first = await agent.RunAsync(message, new AgentRunOptions { Approve = DecideAsync });
        var second = await agent.RunAsync(first.State, "And now?");
        return $"{first.Text} / {second.Text}";
    }

    private static async Task<ApprovalResolution> DecideAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        await Workflow.DelayAsync(TimeSpan.FromHours(1), cancellationToken);
        return request.Arguments.GetProperty("depth").GetInt32() < 10 ? request.Approve() : request.Reject("Too deep.");
    }
}
