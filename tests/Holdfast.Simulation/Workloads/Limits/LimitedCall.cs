namespace Holdfast.Simulation;

/// <summary>An activity under limits.</summary>
/// <param name="Key">Its concurrency key; empty for none.</param>
/// <param name="Milliseconds">How long it takes.</param>
public sealed record LimitedCall(string Key, int Milliseconds);
