namespace Holdfast.Cli.Demo.Proof;

/// <summary>What the person asks of <c>holdfast demo --prove</c>.</summary>
internal sealed record ProofOptions
{
    /// <summary>The folder to survey.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the proof keeps its runs and ledgers, absolute. What an earlier proof left there is removed.</summary>
    public required string WorkFolder { get; init; }

    /// <summary>How many times the agent is killed, at least.</summary>
    public required int Kills { get; init; }

    /// <summary>Seed of phases, moments and latencies.</summary>
    public required int Seed { get; init; }

    /// <summary>A file for the result as JSON; null for none.</summary>
    public string? JsonPath { get; init; }
}
