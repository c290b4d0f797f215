namespace Holdfast.Simulation;

/// <summary>An operation of a client on a counter.</summary>
/// <param name="Name">Its ID.</param>
/// <param name="Amount">What it adds; 0 for one that reads.</param>
/// <param name="Answer">The total that it was told; null when it was told none.</param>
/// <param name="Called">When it was called, in the order of all calls and answers.</param>
/// <param name="Answered">When it was answered.</param>
internal sealed record RecordedOperation(string Name, int Amount, int? Answer, int Called, int Answered);
