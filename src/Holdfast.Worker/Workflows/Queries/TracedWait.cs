namespace Holdfast.Worker;

/// <summary>A wait of workflow code.</summary>
/// <param name="Number">Which wait of the run it is, from 1.</param>
/// <param name="What">What it waits for.</param>
/// <param name="Frames">Where it was begun, the innermost place first.</param>
internal sealed record TracedWait(int Number, string What, IReadOnlyList<UserFrame> Frames);
