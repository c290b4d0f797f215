namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Twins of twins/activities.ts.</summary>
public static class ActivityFlows
{
    [Workflow]
    public static async Task<string> GreetTwoAsync(string first, string second)
    {
        var one = await Workflow.ExecuteActivityAsync(() => Steps.GreetAsync(first));
        var two = await Workflow.ExecuteActivityAsync(() => Steps.GreetAsync(second));
        return $"{one} {two}";
    }

    [Workflow]
    public static async Task<int> RetryAsync()
    {
        var third = await Workflow.ExecuteActivityAsync(() => Steps.ThirdTimeAsync(), new ActivityOptions { StartToCloseTimeout = TimeSpan.FromMinutes(1) });
        try
        {
            await Workflow.ExecuteActivityAsync(() => Steps.RefuseAsync());
            return -1;
        }
        catch (ActivityFailureException)
        {
            return third;
        }
    }

    [Workflow]
    public static async Task<int> FanOutAsync(int width)
    {
        var branches = Enumerable.Range(1, width).Select(n => Workflow.ExecuteActivityAsync(() => Steps.DoubleAsync(n))).ToArray();
        var doubled = await Workflow.WhenAllAsync(branches);
        return doubled.Sum();
    }
}
