using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>The samples of docs/guides/operations.md.</summary>
internal static class OperationsGuideSamples
{
    public static async Task PauseAsync(WorkflowHandle handle)
    {
        await handle.PauseAsync("the bank is down");

        var described = await handle.DescribeAsync();
        Console.WriteLine($"{described.Info.Status} since {described.Pause?.Time}: {described.Pause?.Reason}");

        await handle.UnpauseAsync("the bank is back");
    }

    public static async Task PauseActivityAsync(WorkflowHandle handle)
    {
        await handle.PauseActivityAsync(ActivitySelector.OfType("PollBank"), "the bank is down");

        var described = await handle.DescribeAsync();
        foreach (var activity in described.PendingActivities)
        {
            Console.WriteLine($"{activity.ActivityId} {activity.ActivityType} {activity.State}, attempt {activity.Attempt}: {activity.Pause?.Reason}");
        }

        await handle.UnpauseActivityAsync(ActivitySelector.OfType("PollBank"), new ActivityUnpauseOptions { Jitter = TimeSpan.FromSeconds(30) });
    }

    public static async Task ResetActivityAsync(WorkflowHandle handle, string activityId)
    {
        await handle.UpdateActivityOptionsAsync(ActivitySelector.WithId(activityId), new ActivityOptionsChange
        {
            TaskQueue = "payments-large",
            StartToCloseTimeout = TimeSpan.FromMinutes(20),
        });
        await handle.ResetActivityAsync(ActivitySelector.WithId(activityId), new ActivityResetOptions { ResetHeartbeat = true });

        await handle.RestoreActivityOptionsAsync(ActivitySelector.WithId(activityId));
    }

    public static async Task ResetAsync(WorkflowHandle handle)
    {
        var again = await handle.ResetAsync(new WorkflowResetOptions
        {
            Target = ResetTarget.FirstWorkflowTask,
            Reason = "the bank lost the payment",
        });
        await again.ResultAsync();
    }

    public static async Task ResetToEventAsync(WorkflowHandle handle) =>
        await handle.ResetAsync(new WorkflowResetOptions { Target = ResetTarget.WorkflowTaskEvent, WorkflowTaskFinishEventId = 10 });

    public static async Task ResetWithSignalAsync(WorkflowHandle handle) =>
        await handle.ResetAsync(new WorkflowResetOptions { Operations = [new ResetOperation.Signal("Approve"), new ResetOperation.ChangePriority(new Priority { PriorityKey = 1 })] });

    public static async Task DeleteAsync(WorkflowHandle handle)
    {
        await handle.DeleteAsync();
    }

    public static async Task CreateRuleAsync(IHoldfastClient client)
    {
        await client.Namespaces.CreateRuleAsync("bank-down", new WorkflowRuleOptions
        {
            ActivityFilter = "ActivityType = 'Charge' AND ActivityAttempt >= 1",
            RunFilter = "ExecutionStatus = 'Running'",
            Description = "the bank is down",
        });
    }

    public static async Task DeleteRuleAsync(IHoldfastClient client, WorkflowHandle handle)
    {
        await client.Namespaces.DeleteRuleAsync("bank-down");
        await handle.UnpauseActivityAsync(ActivitySelector.All);
    }
}
