namespace Holdfast.Testing.Tests;

public static class NotedFlows
{
    [Workflow]
    public static async Task<string> ShipAsync(string tag)
    {
        var begun = Workflow.SearchAttributes.Get(Keys.Region);
        Workflow.UpsertSearchAttributes(Keys.Stage.Set("packed"), Keys.Tags.Set([tag]));
        Workflow.UpsertMemo(MemoUpdate.Set("packedBy", "Ada"), MemoUpdate.Unset("draft"));
        await Workflow.DelayAsync(TimeSpan.FromHours(1));
        Workflow.UpsertSearchAttributes(Keys.Stage.Set("shipped"), Keys.Region.Unset());
        return $"{begun} {Workflow.SearchAttributes.Get(Keys.Stage)} {Workflow.SearchAttributes.Contains(Keys.Region)} {Workflow.MemoValue<string>("packedBy")}";
    }

    [Workflow]
    public static async Task<string> HandOverAsync(int left)
    {
        Workflow.UpsertSearchAttributes(Keys.Amount.Set(left));
        Workflow.UpsertMemo(MemoUpdate.Set("left", left));
        await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
        return left > 0
            ? throw Workflow.ContinueAsNew(() => ReadAsync())
            : string.Empty;
    }

    [Workflow]
    public static Task<string> ReadAsync() => Task.FromResult($"{Workflow.Info.SearchAttributes.Get(Keys.Amount)} {Workflow.MemoValue<int>("left")}");

    [Workflow]
    public static async Task ParentAsync() => await Workflow.ExecuteChildWorkflowAsync(
        () => ShipAsync("child"),
        new ChildWorkflowOptions { WorkflowId = "child", SearchAttributes = SearchAttributes.Of(Keys.Region.Set("us")) });

    [Workflow]
    public static async Task ConflictAsync()
    {
        Workflow.UpsertSearchAttributes(SearchAttributeKey.Int("Region").Set(1));
        await Workflow.DelayAsync(TimeSpan.FromDays(1));
    }
}
