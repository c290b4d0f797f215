namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Twins of twins/patches.ts.</summary>
public static class PatchFlows
{
    [Workflow]
    public static async Task<int> PatchedAsync(int number)
    {
        var doubled = Workflow.Patched("twice")
            ? await Workflow.ExecuteActivityAsync(() => Steps.DoubleAsync(number * 2))
            : await Workflow.ExecuteActivityAsync(() => Steps.DoubleAsync(number));
        await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
        Workflow.DeprecatePatch("gone");
        return Workflow.Patched("twice") ? doubled : -1;
    }
}
