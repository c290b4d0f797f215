using Holdfast.Protocol;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Holdfast.Hosting.Tests;

public sealed class LimitsConfigurationTests
{
    [Fact]
    public void Limits_of_the_task_queue_are_read_from_configuration()
    {
        var limits = Read(
            ("TaskQueueLimits:ActivitiesPerSecond", "1.5"),
            ("TaskQueueLimits:ActivitiesPerSecondPerKey", "2.5"),
            ("TaskQueueLimits:ActivitiesPerSecondByType:Heavy", "0.5"),
            ("TaskQueueLimits:ActivitiesPerSecondPerKeyByType:Heavy", "0.25"),
            ("TaskQueueLimits:MaxConcurrentActivitiesByType:Heavy", "2"),
            ("TaskQueueLimits:WorkflowStarts:MaxConcurrent", "10"),
            ("TaskQueueLimits:WorkflowStartsByType:Order:StartsPerSecond", "0.5"),
            ("TaskQueueLimits:WorkflowStartsByType:Order:Policy", "rejected"),
            ("TaskQueueLimits:WorkflowStartsPerKey:MaxConcurrent", "1"),
            ("TaskQueueLimits:WorkflowStartsPerKey:Policy", "Replaced"),
            ("TaskQueueLimits:WorkflowStartsPerKey:ReplacedRuns", "RequestCancel"),
            ("TaskQueueLimits:WorkflowStartsPerKeyByType:Order:Policy", "Debounced"),
            ("TaskQueueLimits:WorkflowStartsPerKeyByType:Order:QuietPeriod", "00:00:05"),
            ("TaskQueueLimits:WorkflowStartsPerKeyByType:Order:MaximumDelay", "00:01:00"));
        Assert.NotNull(limits);
        limits.Validate();
        Assert.Equal((1.5, 2), (limits.ActivitiesPerSecond, limits.MaxConcurrentActivitiesByType["Heavy"]));
        Assert.Equal((2.5, 0.5, 0.25), (limits.ActivitiesPerSecondPerKey, limits.ActivitiesPerSecondByType["Heavy"], limits.ActivitiesPerSecondPerKeyByType["Heavy"]));
        Assert.Equal(new StartLimit { MaxConcurrent = 10 }, limits.WorkflowStarts);
        Assert.Equal(new StartLimit { StartsPerSecond = 0.5, Policy = StartLimitPolicy.Rejected }, limits.WorkflowStartsByType["Order"]);
        Assert.Equal(new StartLimit { MaxConcurrent = 1, Policy = StartLimitPolicy.Replaced, ReplacedRuns = ReplacedRunAction.RequestCancel }, limits.WorkflowStartsPerKey);
        Assert.Equal(new StartLimit { Policy = StartLimitPolicy.Debounced, QuietPeriod = TimeSpan.FromSeconds(5), MaximumDelay = TimeSpan.FromMinutes(1) }, limits.WorkflowStartsPerKeyByType["Order"]);
    }

    [Fact]
    public void A_host_without_limits_has_none() => Assert.Null(Read(("TaskQueue", "q")));

    [Fact]
    public void A_policy_that_does_not_exist_is_named()
    {
        var refused = Assert.Throws<HoldfastException>(() => Read(("TaskQueueLimits:WorkflowStarts:Policy", "Sometimes")));
        Assert.Contains("Sometimes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_that_are_out_of_range_are_refused_at_start()
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read(("TaskQueueLimits:WorkflowStarts:MaxConcurrent", "0")));
        Assert.Contains("WorkflowStarts.MaxConcurrent is 0", refused.Message, StringComparison.Ordinal);
    }

    private static TaskQueueLimits? Read(params (string Name, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Select(static v => KeyValuePair.Create(v.Name, (string?)v.Value))).Build();
        ServiceCollection services = new();
        services.AddHoldfast(configuration);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<HoldfastOptions>>().Value.TaskQueueLimits;
    }
}
