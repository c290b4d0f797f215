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

    [Activity(Name = "Geocode"), RateLimit(2), RateLimit(1, Key = nameof(provider)), ConcurrencyLimit(20, Scope = LimitScope.TaskQueue)]
    public static async Task<DateTimeOffset> GeocodeAsync(string provider)
    {
        await Task.Yield();
        return ActivityContext.Current.Info.StartedTime;
    }

    [Workflow(Name = "RebuildIndex"), Debounce("00:00:30", MaximumDelay = "00:05:00", Key = nameof(tenant)), ConcurrencyLimit(1, Key = nameof(tenant))]
    public static async Task<string> RebuildIndexAsync(string tenant, int change)
    {
        await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
        return $"{tenant} up to {change}";
    }

    [Workflow(Name = "Preview"), ConcurrencyLimit(1, Key = nameof(tenant), Policy = StartLimitPolicy.Replaced, ReplacedRuns = ReplacedRunAction.RequestCancel)]
    public static Task PreviewAsync(string tenant) => Workflow.DelayAsync(TimeSpan.FromHours(tenant.Length));

    [Workflow(Name = "GeocodeAll")]
    public static async Task<DateTimeOffset[]> GeocodeAllAsync(string[] providers) =>
        [.. await Workflow.WhenAllAsync(providers.Select(static provider => Workflow.ExecuteActivityAsync(() => GeocodeAsync(provider))))];

    [Workflow(Name = "RenderAll")]
    public static async Task<DateTimeOffset[]> RenderAllAsync(string[] tenants) =>
        [.. await Workflow.WhenAllAsync(tenants.Select(static tenant => Workflow.ExecuteActivityAsync(() => RenderAsync(tenant))))];
}
