namespace Holdfast.Bench;

/// <summary>Activities without end, each of which tells whose it is.</summary>
[Workflow]
public sealed class TrackedWorkflow
{
    public async Task RunAsync(int run)
    {
#pragma warning disable HOLD0116 // The measurement ends before the history is long.
        while (true)
#pragma warning restore HOLD0116
        {
            await TrackedActivities.ProgressAsync(run);
        }
    }
}
