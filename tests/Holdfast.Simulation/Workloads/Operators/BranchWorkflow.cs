namespace Holdfast.Simulation;

/// <summary>Has some children one after the other, each under an ID of its own that another branch of the run would not give it.</summary>
[Workflow]
public sealed class BranchWorkflow
{
    /// <summary>Gives how many children there were; fails when one ended as another.</summary>
    public async Task<int> RunAsync(string id, IReadOnlyList<int> naps)
    {
        foreach (var nap in naps)
        {
            var child = $"{id}.{Workflow.NewGuid():N}";
            var answer = await Workflow.ExecuteChildWorkflowAsync((BranchChildWorkflow w) => w.RunAsync(nap), new ChildWorkflowOptions { WorkflowId = child });
            if (answer != child)
            {
                throw new ProgramFailure($"child {child} ended as {answer}");
            }
        }

        return naps.Count;
    }
}
