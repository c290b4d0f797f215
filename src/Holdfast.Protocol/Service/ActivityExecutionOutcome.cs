namespace Holdfast.Protocol;

/// <summary>What an activity that a client started gave in the end: a result or a failure.</summary>
/// <param name="Result">Its result; null when it has none.</param>
/// <param name="Failure">Why it has no result: it failed, timed out, was canceled or terminated. Null when it has one.</param>
public sealed record ActivityExecutionOutcome(Payloads? Result, Failure? Failure);
