namespace Holdfast.Bench;

/// <summary>Activities without end, each of which tells whose it is.</summary>
[Workflow]
public sealed class TrackedWorkflow
{
    public async Task RunAsync(int run)
    {
        while (true)
        {
            await TrackedActivities.ProgressAsync(run);
        }
    }
}
