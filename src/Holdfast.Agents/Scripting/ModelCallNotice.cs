namespace Holdfast.Agents;

/// <summary>A call of a scripted model, for an observer.</summary>
/// <param name="ModelId">The model's ID.</param>
/// <param name="IdempotencyKey">The call's key: the same for every attempt; null when the caller gave none.</param>
/// <param name="Turn">Which answer of the model it asks for, from 1.</param>
/// <param name="Attempt">The attempt, from 1.</param>
public sealed record ModelCallNotice(string ModelId, string? IdempotencyKey, int Turn, int Attempt);
