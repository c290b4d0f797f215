namespace Holdfast.Hosting.Tests;

/// <summary>Counts in activities; waits for a signal when it is told to.</summary>
[Workflow]
public sealed class CountingWorkflow
{
    private bool _mayGoOn;

    public async Task<int> RunAsync(int count, bool waits)
    {
        await Workflow.WaitConditionAsync(() => _mayGoOn || !waits);
        var number = 0;
        while (number < count)
        {
            number = await Steps.AddOneAsync(number);
        }

        return number;
    }

    [Signal]
    public void GoOn() => _mayGoOn = true;
}
