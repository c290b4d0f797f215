using Holdfast.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>Reads [ConcurrencyLimit] and [RateLimit].</summary>
internal static class LimitReader
{
    private const double MaximumRate = 1_000_000;
    private const int Queued = 0;
    private const int Replaced = 2;
    private const int Debounced = 3;

    /// <summary>The limits that the attributes of a symbol declare; those that make no sense count as not given.</summary>
    public static LimitSet Read(ISymbol symbol)
    {
        var attributes = Of(symbol);
        return attributes.Count == 0 ? LimitSet.None : new(Merged(attributes, perKey: false), Merged(attributes, perKey: true), attributes.Select(KeyOf).FirstOrDefault(k => k is not null));
    }

    /// <summary>Reports limits that cannot hold.</summary>
    /// <param name="symbol">What carries the attributes.</param>
    /// <param name="code">The method whose parameters a key may name.</param>
    /// <param name="isActivity">True for an activity.</param>
    /// <param name="findings">Where to report.</param>
    public static void Check(ISymbol symbol, IMethodSymbol code, bool isActivity, FindingList findings)
    {
        var attributes = Of(symbol);
        if (attributes.Select(a => Problem(a, code, isActivity)).Concat([ProblemOfAll(attributes)]).FirstOrDefault(p => p is not null) is { } problem)
        {
            findings.Add(symbol, Descriptors.InvalidLimit, symbol.Name, problem);
        }
    }

    private static List<AttributeData> Of(ISymbol symbol) => [.. symbol.GetAttributes().Where(a => IsConcurrency(a) || IsRate(a))];

    private static bool IsConcurrency(AttributeData attribute) => HoldfastNames.IsHoldfastAttribute(attribute, HoldfastNames.ConcurrencyLimitAttribute);

    private static bool IsRate(AttributeData attribute) => HoldfastNames.IsHoldfastAttribute(attribute, HoldfastNames.RateLimitAttribute);

    private static string? KeyOf(AttributeData attribute) => attribute.Text("Key");

    private static LimitModel? Merged(List<AttributeData> attributes, bool perKey)
    {
        var own = attributes.Where(a => KeyOf(a) is not null == perKey).ToList();
        var concurrency = own.FirstOrDefault(IsConcurrency);
        var most = concurrency is null ? null : First<int>(concurrency);
        var rate = own.FirstOrDefault(IsRate) is { } limited ? First<double>(limited) : null;
        return most is null && rate is null ? null : new(most, rate, own.Max(static a => a.Number("Policy")));
    }

    private static T? First<T>(AttributeData attribute)
        where T : struct => attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is T value ? value : null;

    private static string? Problem(AttributeData attribute, IMethodSymbol code, bool isActivity) => attribute switch
    {
        _ when IsConcurrency(attribute) && First<int>(attribute) is not >= 1 => "MaxConcurrent must be at least 1",
        _ when IsRate(attribute) && isActivity => "RateLimit is for workflows; limit the rate of activities by TaskQueueLimits.ActivitiesPerSecond",
        _ when IsRate(attribute) && First<double>(attribute) is not (> 0 and <= MaximumRate) => "StartsPerSecond must be more than 0 and at most 1,000,000",
        _ when KeyOf(attribute) is { } key && !code.Parameters.Any(p => string.Equals(p.Name, key, StringComparison.Ordinal)) => $"Key names '{key}', which is no parameter of '{code.Name}'",
        _ when attribute.Number("Policy") is var policy && policy != Queued && isActivity => "activities that are beyond a limit wait; leave Policy out",
        _ when attribute.Number("Policy") == Debounced => "the policy Debounced needs a quiet period, which TaskQueueLimits can give",
        _ => null,
    };

    private static string? ProblemOfAll(List<AttributeData> attributes) =>
        attributes.Select(KeyOf).Where(k => k is not null).Distinct(StringComparer.Ordinal).Count() > 1 ? "they name several keys; a call has one concurrency key"
        : attributes.GroupBy(a => (IsConcurrency(a), KeyOf(a))).Any(g => g.Count() > 1) ? "two limits of one kind count the same"
        : new[] { Merged(attributes, perKey: false), Merged(attributes, perKey: true) }.Any(l => l is { Policy: Replaced, MaxConcurrent: null }) ? "the policy Replaced needs a ConcurrencyLimit, usually of 1"
        : null;
}
