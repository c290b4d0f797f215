namespace Holdfast.Generators.EndToEnd.Tests.Shop;

public static class CleanupWorkflow
{
    [Workflow]
    public static async Task CleanUpAsync(DateTimeOffset before, int? limit)
    {
        await Task.CompletedTask;
        _ = (before, limit);
    }
}
