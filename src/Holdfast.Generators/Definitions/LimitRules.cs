using Holdfast.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>What limits that attributes declare must keep to.</summary>
internal static class LimitRules
{
    private const double MaximumRate = 1_000_000;
    private const int Replaced = 2;
    private const int LastScope = 1;
    private const int LastReplacedRunAction = 1;

    /// <summary>Reports limits that cannot hold.</summary>
    /// <param name="symbol">What carries the attributes.</param>
    /// <param name="code">The method whose parameters a key may name.</param>
    /// <param name="isActivity">True for an activity.</param>
    /// <param name="findings">Where to report.</param>
    public static void Check(ISymbol symbol, IMethodSymbol code, bool isActivity, FindingList findings)
    {
        var attributes = LimitReader.Of(symbol);
        var together = attributes.GroupBy(a => (LimitReader.IsOfQueue(a), LimitReader.KeyOf(a))).Select(static g => ProblemOfTogether([.. g]));
        if (attributes.Select(a => Problem(a, code, isActivity)).Append(ProblemOfKeys(attributes)).Concat(together).FirstOrDefault(static p => p is not null) is { } problem)
        {
            findings.Add(symbol, Descriptors.InvalidLimit, symbol.Name, problem);
        }
    }

    private static string? Problem(AttributeData attribute, IMethodSymbol code, bool isActivity) =>
        LimitReader.KeyOf(attribute) is { } key && !code.Parameters.Any(p => string.Equals(p.Name, key, StringComparison.Ordinal)) ? $"Key names '{key}', which is no parameter of '{code.Name}'"
        : attribute.Number("Scope") is < 0 or > LastScope ? "Scope is neither Type nor TaskQueue"
        : isActivity && ProblemOfActivity(attribute) is { } problem ? problem
        : LimitReader.IsDebounce(attribute) ? ProblemOfDebounce(attribute)
        : ProblemOfNumber(attribute) ?? ProblemOfPolicy(attribute);

    private static string? ProblemOfActivity(AttributeData attribute) =>
        LimitReader.IsDebounce(attribute) ? "Debounce is for workflows: an activity belongs to a run that waits for it; make it a workflow to debounce it"
        : attribute.Number("Policy") != 0 || attribute.Number("ReplacedRuns") != 0 ? "activities that are beyond a limit wait; leave Policy and ReplacedRuns out"
        : null;

    private static string? ProblemOfNumber(AttributeData attribute) =>
        LimitReader.IsConcurrency(attribute) && LimitReader.Subject<int>(attribute) is not >= 1 ? "MaxConcurrent must be at least 1"
        : LimitReader.IsRate(attribute) && LimitReader.Subject<double>(attribute) is not (> 0 and <= MaximumRate) ? "PerSecond must be more than 0 and at most 1,000,000"
        : null;

    private static string? ProblemOfPolicy(AttributeData attribute) => (attribute.Number("Policy"), attribute.Number("ReplacedRuns")) switch
    {
        (< 0 or > LimitReader.Debounced, _) => "Policy is none of those that are named",
        (_, < 0 or > LastReplacedRunAction) => "ReplacedRuns is none of those that are named",
        (LimitReader.Debounced, _) => "the policy Debounced needs a quiet period; say it with Debounce",
        (not Replaced, not 0) => "ReplacedRuns is for the policy Replaced",
        _ => null,
    };

    private static string? ProblemOfDebounce(AttributeData attribute) =>
        LimitReader.QuietTicks(attribute) is not { } quiet ? "the quiet period must be a TimeSpan of more than zero, such as \"00:00:30\""
        : attribute.Text("MaximumDelay") is not null && LimitReader.MaximumDelayTicks(attribute) is not { } ? "MaximumDelay must be a TimeSpan of more than zero, such as \"00:05:00\""
        : LimitReader.MaximumDelayTicks(attribute) < quiet ? "MaximumDelay is shorter than the quiet period"
        : null;

    private static string? ProblemOfKeys(List<AttributeData> attributes) =>
        attributes.Select(LimitReader.KeyOf).Where(static k => k is not null).Distinct(StringComparer.Ordinal).Count() > 1 ? "they name several keys; a call has one concurrency key" : null;

    /// <summary>What is wrong with limits that count the same.</summary>
    private static string? ProblemOfTogether(List<AttributeData> attributes)
    {
        var policies = attributes.Select(static a => a.Number("Policy")).Where(static p => p != 0).Distinct().ToList();
        return attributes.Count(LimitReader.IsConcurrency) > 1 || attributes.Count(LimitReader.IsRate) > 1 || attributes.Count(LimitReader.IsDebounce) > 1 ? "two limits of one kind count the same"
            : policies.Count > 1 ? "two limits that count the same have different policies"
            : policies.Count > 0 && attributes.Any(LimitReader.IsDebounce) ? "a start is either debounced or refused or replaced; leave Policy out beside Debounce"
            : policies.Contains(Replaced) && !attributes.Any(LimitReader.IsConcurrency) ? "the policy Replaced needs a ConcurrencyLimit, usually of 1"
            : null;
    }
}
