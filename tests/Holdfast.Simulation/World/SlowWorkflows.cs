using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>
/// Workflow code that now and then holds its thread too long: its owner's loop is taken over, as the patrol of a real engine would, and the world goes on for some
/// steps before the code comes to its wait.
/// </summary>
internal sealed class SlowWorkflows(World world, WorldProcess process, IWorkflowTaskHandler inner) : IWorkflowTaskHandler
{
    private const int MostStepsMeanwhile = 30;

    public WorkflowTaskResult Execute(WorkflowTask task)
    {
        if (world.DrawSlowness())
        {
            var owners = process.Engine.Owners;
            var owner = owners[ShardMap.ShardOf(task.Workflow) % owners.Count];
            if (owner.Tenure.TryTakeOver(long.MaxValue))
            {
                world.GoOnMeanwhile(process, MostStepsMeanwhile);
            }
        }

        return inner.Execute(task);
    }

    public void Evict(RunId runId) => inner.Evict(runId);
}
