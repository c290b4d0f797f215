namespace Holdfast.Storage;

/// <summary>A run with all its records.</summary>
/// <param name="Summary">The run.</param>
/// <param name="Records">All its encoded records, in chunks, in order.</param>
public sealed record SettledRun(SettledRunSummary Summary, IReadOnlyList<ReadOnlyMemory<byte>> Records);
