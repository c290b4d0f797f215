namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Twins of twins/neighbours.ts.</summary>
public static class NeighbourFlows
{
    /// <summary>Votes in another workflow and cancels it; then finds that a third is not there.</summary>
    [Workflow]
    public static async Task<string> NudgeAsync(string other)
    {
        var neighbour = Workflow.GetExternalWorkflowHandle(other);
        await neighbour.SignalAsync("Vote", ["Ada"]);
        await neighbour.CancelAsync();
        try
        {
            await Workflow.GetExternalWorkflowHandle("nobody").SignalAsync("Vote", ["Ada"]);
            return "there";
        }
        catch (FailureException)
        {
            return "not there";
        }
    }
}
