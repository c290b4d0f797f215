using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>Reads [ConcurrencyLimit], [RateLimit] and [Debounce].</summary>
internal static class LimitReader
{
    /// <summary>Number of the policy that [Debounce] means.</summary>
    public const int Debounced = 3;

    private const int TaskQueueScope = 1;

    /// <summary>The limits that the attributes of a symbol declare; those that make no sense count as not given.</summary>
    public static LimitSet Read(ISymbol symbol)
    {
        var attributes = Of(symbol);
        return attributes.Count == 0
            ? LimitSet.None
            : new(
                Merged(attributes, ofQueue: false, perKey: false),
                Merged(attributes, ofQueue: false, perKey: true),
                Merged(attributes, ofQueue: true, perKey: false),
                Merged(attributes, ofQueue: true, perKey: true),
                attributes.Select(KeyOf).FirstOrDefault(k => k is not null));
    }

    /// <summary>The attributes of a symbol that declare limits.</summary>
    public static List<AttributeData> Of(ISymbol symbol) => [.. symbol.GetAttributes().Where(a => IsConcurrency(a) || IsRate(a) || IsDebounce(a))];

    public static bool IsConcurrency(AttributeData attribute) => HoldfastNames.IsHoldfastAttribute(attribute, HoldfastNames.ConcurrencyLimitAttribute);

    public static bool IsRate(AttributeData attribute) => HoldfastNames.IsHoldfastAttribute(attribute, HoldfastNames.RateLimitAttribute);

    public static bool IsDebounce(AttributeData attribute) => HoldfastNames.IsHoldfastAttribute(attribute, HoldfastNames.DebounceAttribute);

    public static string? KeyOf(AttributeData attribute) => attribute.Text("Key");

    public static bool IsOfQueue(AttributeData attribute) => attribute.Number("Scope") == TaskQueueScope;

    /// <summary>The number that the attribute is about; null when it is of another type.</summary>
    public static T? Subject<T>(AttributeData attribute)
        where T : struct => attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is T value ? value : null;

    /// <summary>The quiet period of [Debounce]; null when it is malformed.</summary>
    public static long? QuietTicks(AttributeData attribute) => Ticks(attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0].Value as string : null);

    /// <summary>The longest delay of [Debounce]; null when there is none, or it is malformed.</summary>
    public static long? MaximumDelayTicks(AttributeData attribute) => Ticks(attribute.Text("MaximumDelay"));

    private static LimitModel? Merged(List<AttributeData> attributes, bool ofQueue, bool perKey)
    {
        var own = attributes.Where(a => IsOfQueue(a) == ofQueue && KeyOf(a) is not null == perKey).ToList();
        var most = own.FirstOrDefault(IsConcurrency) is { } concurrency ? Subject<int>(concurrency) : null;
        var rate = own.FirstOrDefault(IsRate) is { } limited ? Subject<double>(limited) : null;
        var debounce = own.FirstOrDefault(IsDebounce);
        var quiet = debounce is null ? null : QuietTicks(debounce);
        return most is null && rate is null && quiet is null
            ? null
            : new(most, rate, quiet is null ? own.Max(static a => a.Number("Policy")) : Debounced, own.Max(static a => a.Number("ReplacedRuns")), quiet, debounce is null ? null : MaximumDelayTicks(debounce));
    }

    private static long? Ticks(string? text) =>
        text is not null && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero ? time.Ticks : null;
}
