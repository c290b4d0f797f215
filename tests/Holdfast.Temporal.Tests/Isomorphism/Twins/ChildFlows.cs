namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Twins of twins/children.ts.</summary>
public static class ChildFlows
{
    [Workflow]
    public static async Task<int> ParentAsync(string id)
    {
        var first = await Workflow.ExecuteChildWorkflowAsync(() => ActivityFlows.FanOutAsync(2), new ChildWorkflowOptions { WorkflowId = $"{id}/fan-out" });
        var second = await Workflow.StartChildWorkflowAsync(() => TimerFlows.CountDownAsync(1), new ChildWorkflowOptions { WorkflowId = $"{id}/count-down" });
        try
        {
            await Workflow.ExecuteChildWorkflowAsync(() => FailAsync(), new ChildWorkflowOptions { WorkflowId = $"{id}/fail" });
        }
        catch (ChildWorkflowFailureException)
        {
            return first + await second.GetResultAsync();
        }

        return -1;
    }

    [Workflow]
    public static async Task FailAsync()
    {
        await Workflow.DelayAsync(TimeSpan.FromSeconds(1));
        throw new ApplicationFailureException("this child always fails", "Always");
    }
}
