namespace Holdfast.Protocol;

/// <summary>How many runs have one value of the attribute that a count is grouped by.</summary>
/// <param name="Value">The value, typed as search attributes are; without data for runs that lack the attribute.</param>
/// <param name="Count">How many.</param>
public sealed record WorkflowCountGroup(Payload Value, long Count);
