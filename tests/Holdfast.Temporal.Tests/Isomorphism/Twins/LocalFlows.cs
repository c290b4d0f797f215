namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Twins of twins/locals.ts.</summary>
public static class LocalFlows
{
    /// <summary>Local activities one after the other, between ordinary ones.</summary>
    [Workflow]
    public static async Task<int> MixAsync(int number)
    {
        var one = await Workflow.ExecuteLocalActivityAsync(() => Steps.DoubleAsync(number));
        var two = await Workflow.ExecuteActivityAsync(() => Steps.DoubleAsync(one));
        var three = await Workflow.ExecuteLocalActivityAsync(() => Steps.DoubleAsync(two));
        await Workflow.DelayAsync(TimeSpan.FromSeconds(1));
        return three;
    }

    /// <summary>A local activity that is retried, and one that fails.</summary>
    [Workflow]
    public static async Task<int> FailLocallyAsync()
    {
        var third = await Workflow.ExecuteLocalActivityAsync(() => Steps.ThirdTimeAsync());
        try
        {
            await Workflow.ExecuteLocalActivityAsync(() => Steps.RefuseAsync());
            return -1;
        }
        catch (ActivityFailureException)
        {
            return third;
        }
    }
}
