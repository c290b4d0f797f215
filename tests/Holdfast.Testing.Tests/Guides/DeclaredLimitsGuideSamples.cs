using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>The samples of docs/guides/task-queues.md about limits beside the code.</summary>
public static class DeclaredLimitsGuideSamples
{
    [Activity(Name = "Render"), ConcurrencyLimit(4), ConcurrencyLimit(1, Key = nameof(tenant))]
    public static async Task<DateTimeOffset> RenderAsync(string tenant)
    {
        await Task.Yield();
        return ActivityContext.Current.Info.StartedTime;
    }

    [Workflow(Name = "Intake"), RateLimit(10), ConcurrencyLimit(1, Key = nameof(tenant), Policy = StartLimitPolicy.Rejected)]
    public static async Task<DateTimeOffset> IntakeAsync(string tenant)
    {
        await Workflow.DelayAsync(TimeSpan.FromHours(1));
        return await Workflow.ExecuteActivityAsync(() => RenderAsync(tenant));
    }

    [Workflow(Name = "RenderAll")]
    public static async Task<DateTimeOffset[]> RenderAllAsync(string[] tenants) =>
        [.. await Workflow.WhenAllAsync(tenants.Select(static tenant => Workflow.ExecuteActivityAsync(() => RenderAsync(tenant))))];
}
