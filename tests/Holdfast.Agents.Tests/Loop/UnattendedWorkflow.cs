namespace Holdfast.Agents.Tests;

/// <summary>Runs an agent with nobody to approve its calls.</summary>
[Workflow]
public sealed class UnattendedWorkflow
{
    public async Task<ToolCallOutcome> RunAsync(string message)
    {
        var result = await DurableAgent.Of("digger").RunAsync(message);
        return result.State.Steps[0].Calls[0].Outcome;
    }
}
