namespace Holdfast.Generators.Definitions;

/// <summary>The limits of one workflow or activity.</summary>
/// <param name="OfAll">Of all together; null for none.</param>
/// <param name="OfKey">Of each concurrency key; null for none.</param>
/// <param name="Key">The parameter that is the key; null when there is none.</param>
internal sealed record LimitSet(LimitModel? OfAll, LimitModel? OfKey, string? Key)
{
    public static readonly LimitSet None = new(null, null, null);
}
