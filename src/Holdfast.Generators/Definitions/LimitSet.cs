namespace Holdfast.Generators.Definitions;

/// <summary>The limits that one workflow or activity declares.</summary>
/// <param name="OfType">Of its type; null for none.</param>
/// <param name="OfKeyOfType">Of each concurrency key within its type; null for none.</param>
/// <param name="OfQueue">Of the task queue; null for none.</param>
/// <param name="OfKeyOfQueue">Of each concurrency key within the task queue; null for none.</param>
/// <param name="Key">The parameter that is the key; null when there is none.</param>
internal sealed record LimitSet(LimitModel? OfType, LimitModel? OfKeyOfType, LimitModel? OfQueue, LimitModel? OfKeyOfQueue, string? Key)
{
    public static readonly LimitSet None = new(null, null, null, null, null);
}
