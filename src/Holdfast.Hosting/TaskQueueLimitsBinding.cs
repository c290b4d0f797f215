using System.Collections.Immutable;
using System.Globalization;
using Holdfast.Protocol;
using Microsoft.Extensions.Configuration;

namespace Holdfast.Hosting;

/// <summary>Reads limits of a task queue from configuration, without reflection.</summary>
internal static class TaskQueueLimitsBinding
{
    /// <summary>The limits of a section; null when the section is not there.</summary>
    public static TaskQueueLimits? Read(IConfigurationSection section) => !section.Exists() ? null : new TaskQueueLimits
    {
        ActivitiesPerSecond = Number(section, nameof(TaskQueueLimits.ActivitiesPerSecond)),
        ActivitiesPerSecondPerFairnessKey = Number(section, nameof(TaskQueueLimits.ActivitiesPerSecondPerFairnessKey)),
        ActivitiesPerSecondByType = NumberByType(section, nameof(TaskQueueLimits.ActivitiesPerSecondByType)),
        ActivitiesPerSecondPerKey = Number(section, nameof(TaskQueueLimits.ActivitiesPerSecondPerKey)),
        ActivitiesPerSecondPerKeyByType = NumberByType(section, nameof(TaskQueueLimits.ActivitiesPerSecondPerKeyByType)),
        MaxConcurrentActivities = Count(section, nameof(TaskQueueLimits.MaxConcurrentActivities)),
        MaxConcurrentActivitiesPerKey = Count(section, nameof(TaskQueueLimits.MaxConcurrentActivitiesPerKey)),
        MaxConcurrentActivitiesByType = CountByType(section, nameof(TaskQueueLimits.MaxConcurrentActivitiesByType)),
        MaxConcurrentActivitiesPerKeyByType = CountByType(section, nameof(TaskQueueLimits.MaxConcurrentActivitiesPerKeyByType)),
        WorkflowStarts = Starts(section.GetSection(nameof(TaskQueueLimits.WorkflowStarts))),
        WorkflowStartsPerKey = Starts(section.GetSection(nameof(TaskQueueLimits.WorkflowStartsPerKey))),
        WorkflowStartsByType = StartsByType(section.GetSection(nameof(TaskQueueLimits.WorkflowStartsByType))),
        WorkflowStartsPerKeyByType = StartsByType(section.GetSection(nameof(TaskQueueLimits.WorkflowStartsPerKeyByType))),
    };

    private static ImmutableDictionary<string, int> CountByType(IConfigurationSection section, string name) => section.GetSection(name).GetChildren()
        .ToImmutableDictionary(static type => type.Key, type => HoldfastOptionsBinding.Read(section, type.Path[(section.Path.Length + 1)..], HoldfastOptionsBinding.Integer, 0));

    private static ImmutableDictionary<string, double> NumberByType(IConfigurationSection section, string name) => section.GetSection(name).GetChildren()
        .ToImmutableDictionary(static type => type.Key, type => HoldfastOptionsBinding.Read(section, type.Path[(section.Path.Length + 1)..], static text => double.Parse(text, CultureInfo.InvariantCulture), 0));

    private static ImmutableDictionary<string, StartLimit> StartsByType(IConfigurationSection section) =>
        section.GetChildren().ToImmutableDictionary(static type => type.Key, static type => Starts(type) ?? new StartLimit());

    private static StartLimit? Starts(IConfigurationSection section) => !section.Exists() ? null : new StartLimit
    {
        MaxConcurrent = Count(section, nameof(StartLimit.MaxConcurrent)),
        StartsPerSecond = Number(section, nameof(StartLimit.StartsPerSecond)),
        Policy = HoldfastOptionsBinding.Read(section, nameof(StartLimit.Policy), static text => Enum.Parse<StartLimitPolicy>(text, ignoreCase: true), StartLimitPolicy.Queued),
        ReplacedRuns = HoldfastOptionsBinding.Read(section, nameof(StartLimit.ReplacedRuns), static text => Enum.Parse<ReplacedRunAction>(text, ignoreCase: true), ReplacedRunAction.Terminate),
        QuietPeriod = Time(section, nameof(StartLimit.QuietPeriod)),
        MaximumDelay = Time(section, nameof(StartLimit.MaximumDelay)),
    };

    private static int? Count(IConfiguration section, string name) => HoldfastOptionsBinding.Read<int?>(section, name, static text => HoldfastOptionsBinding.Integer(text), null);

    private static double? Number(IConfiguration section, string name) => HoldfastOptionsBinding.Read<double?>(section, name, static text => double.Parse(text, CultureInfo.InvariantCulture), null);

    private static TimeSpan? Time(IConfiguration section, string name) => HoldfastOptionsBinding.Read<TimeSpan?>(section, name, static text => HoldfastOptionsBinding.Time(text), null);
}
