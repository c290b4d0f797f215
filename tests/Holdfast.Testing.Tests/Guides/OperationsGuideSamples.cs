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

    public static async Task DeleteAsync(WorkflowHandle handle)
    {
        await handle.DeleteAsync();
    }
}
