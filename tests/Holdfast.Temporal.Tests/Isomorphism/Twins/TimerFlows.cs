namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Twins of twins/timers.ts.</summary>
public static class TimerFlows
{
    [Workflow]
    public static async Task<int> CountDownAsync(int from)
    {
        for (var left = from; left > 0; left--)
        {
            await Workflow.DelayAsync(TimeSpan.FromHours(left));
        }

        return from;
    }

    /// <summary>A timer that is canceled because an activity was quicker.</summary>
    [Workflow]
    public static async Task<string> DeadlineAsync(string name)
    {
        using var deadline = new CancellationTokenSource();
        var timer = Workflow.DelayAsync(TimeSpan.FromHours(1), deadline.Token);
        var greeting = await Workflow.ExecuteActivityAsync(() => Steps.GreetAsync(name));
        deadline.Cancel();
        try
        {
            await timer;
        }
        catch (OperationCanceledException)
        {
            return greeting;
        }

        return "late";
    }

    [Workflow]
    public static async Task ContinueAsync(int left)
    {
        await Workflow.DelayAsync(TimeSpan.FromMinutes(5));
        if (left > 0)
        {
            throw Workflow.ContinueAsNew(() => ContinueAsync(left - 1));
        }
    }
}
