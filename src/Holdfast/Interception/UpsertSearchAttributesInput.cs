namespace Holdfast.Interception;

/// <summary>Workflow code changes search attributes.</summary>
/// <param name="Updates">The changes.</param>
public sealed record UpsertSearchAttributesInput(IReadOnlyList<SearchAttributeUpdate> Updates);
