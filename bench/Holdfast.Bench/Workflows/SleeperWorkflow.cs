namespace Holdfast.Bench;

/// <summary>Sleeps until a time, or until it is woken, and then says so.</summary>
[Workflow]
public sealed class SleeperWorkflow
{
    private bool _isWoken;

    public async Task RunAsync(int number, DateTimeOffset wakeTime)
    {
        await Workflow.WaitConditionAsync(() => _isWoken, wakeTime - Workflow.UtcNow);
        await WakeActivities.AwakeAsync(number, wakeTime);
    }

    [Signal]
    public void Wake() => _isWoken = true;
}
