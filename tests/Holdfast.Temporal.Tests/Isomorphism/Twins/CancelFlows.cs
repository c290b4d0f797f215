namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Twins of twins/cancellation.ts.</summary>
public static class CancelFlows
{
    /// <summary>Waits until it is canceled, cleans up, and ends as canceled.</summary>
    [Workflow]
    public static async Task CleanUpAsync(string name)
    {
        try
        {
            await Workflow.DelayAsync(TimeSpan.FromDays(30));
        }
        catch (OperationCanceledException)
        {
            await Workflow.ExecuteActivityAsync(() => Steps.GreetAsync(name), new ActivityOptions { CancellationToken = CancellationToken.None });
            throw;
        }
    }

    /// <summary>Cancels an activity that is under way, and goes on.</summary>
    [Workflow]
    public static async Task<string> CancelActivityAsync()
    {
        using var source = new CancellationTokenSource();
        var hanging = Workflow.ExecuteActivityAsync((LongSteps s) => s.HangAsync(), new ActivityOptions { CancellationToken = source.Token });
        await Workflow.DelayAsync(TimeSpan.FromSeconds(1));
        source.Cancel();
        try
        {
            await hanging;
        }
        catch (ActivityFailureException e) when (e.InnerException is CanceledFailureException)
        {
            return "canceled";
        }
        catch (OperationCanceledException)
        {
            return "canceled";
        }

        return "ended";
    }
}
