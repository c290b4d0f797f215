namespace Holdfast.Generators.Definitions;

/// <summary>Limits that attributes declare of what is counted together.</summary>
/// <param name="MaxConcurrent">Most at a time; null when not limited.</param>
/// <param name="PerSecond">Most per second; null when not limited.</param>
/// <param name="Policy">Number of the policy for starts.</param>
/// <param name="ReplacedRuns">Number of what is done to replaced runs.</param>
/// <param name="QuietTicks">Quiet period of debounced starts; null when they are not debounced.</param>
/// <param name="MaximumDelayTicks">Longest delay of debounced starts; null for no bound.</param>
internal sealed record LimitModel(int? MaxConcurrent, double? PerSecond, int Policy, int ReplacedRuns, long? QuietTicks, long? MaximumDelayTicks);
