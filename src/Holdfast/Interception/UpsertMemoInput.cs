namespace Holdfast.Interception;

/// <summary>Workflow code changes its memo.</summary>
/// <param name="Updates">The changes.</param>
public sealed record UpsertMemoInput(IReadOnlyList<MemoUpdate> Updates);
