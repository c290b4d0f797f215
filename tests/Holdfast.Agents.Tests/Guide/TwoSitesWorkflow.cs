namespace Holdfast.Agents.Tests.Guide;

[Workflow]
public sealed class TwoSitesWorkflow
{
    private readonly ApprovalDesk approvals = new();

    public async Task<string> RunAsync()
    {
        var surveyor = DurableAgent.Of("surveyor");
        var options = new AgentRunOptions { Approve = approvals.DecideAsync };

        var results = await Workflow.WhenAllAsync(
            surveyor.RunAsync("How deep is north?", options),
            surveyor.RunAsync("How deep is south?", options));

        var summary = await surveyor.RunAsync(results[0].State, $"South: {results[1].Text} Which is deeper?", options);
        return summary.Text;
    }

    [Update]
    public Task ResolveAsync(ApprovalResolution resolution)
    {
        approvals.Resolve(resolution);
        return Task.CompletedTask;
    }
}
