namespace Holdfast.Testing.Tests;

public static class CronFlows
{
    /// <summary>Counts its runs.</summary>
    [Workflow]
    public static async Task<int> CountAsync()
    {
        var run = (Workflow.Info.LastResult?.Get<int>(0) ?? 0) + 1;
        await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
        return run;
    }

    [Workflow]
    public static Task<string> FailOnceAsync() => Workflow.Info.LastFailure is { } failure
        ? Task.FromResult(failure.Message)
        : throw new ApplicationFailureException("first run", "First");

    /// <summary>Where workflow code leaves its scheduler.</summary>
    [Workflow]
    public static async Task LeaveAsync()
    {
        var day = Workflow.DelayAsync(TimeSpan.FromDays(1));
        await ForeignGate.PassAsync();
        await day;
    }
}
