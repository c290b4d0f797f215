namespace Holdfast.Testing;

/// <summary>What became of the replay of many runs.</summary>
public sealed record WorkflowReplaySummary
{
    /// <summary>Most failures that a summary keeps: 100.</summary>
    public const int MaximumFailures = 100;

    /// <summary>Runs that were replayed.</summary>
    public int Replayed { get; init; }

    /// <summary>Runs that today's code does not follow.</summary>
    public int Failed { get; init; }

    /// <summary>The first <see cref="MaximumFailures"/> of them.</summary>
    public IReadOnlyList<WorkflowReplayResult> Failures { get; init; } = [];
}
