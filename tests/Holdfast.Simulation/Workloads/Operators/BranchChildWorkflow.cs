namespace Holdfast.Simulation;

/// <summary>Naps, and gives its workflow ID.</summary>
[Workflow]
public sealed class BranchChildWorkflow
{
    /// <summary>Naps so many milliseconds.</summary>
    public async Task<string> RunAsync(int milliseconds)
    {
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(milliseconds));
        return Workflow.Info.WorkflowId;
    }
}
