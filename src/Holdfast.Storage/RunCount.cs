namespace Holdfast.Storage;

/// <summary>The number of runs of one group.</summary>
/// <param name="Group">The value of the attribute that is grouped by (long or string); null for runs that lack it, and when a count is not grouped.</param>
/// <param name="Count">How many.</param>
public readonly record struct RunCount(object? Group, long Count);
