namespace Holdfast.Generators.Definitions;

/// <summary>Limits that attributes declare of one workflow or activity, either of all together or of each concurrency key.</summary>
/// <param name="MaxConcurrent">Most at a time; null when not limited.</param>
/// <param name="StartsPerSecond">Most starts per second; null when not limited.</param>
/// <param name="Policy">Number of the policy for starts.</param>
internal sealed record LimitModel(int? MaxConcurrent, double? StartsPerSecond, int Policy);
