namespace Holdfast.Cli.Demo.Proof;

/// <summary>What a proof came to, for programs.</summary>
internal sealed record ProofSummary
{
    /// <summary>True when everything was proved.</summary>
    public required bool IsProved { get; init; }

    /// <summary>What was not; empty when everything was.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Kills wanted.</summary>
    public required int WantedKills { get; init; }

    /// <summary>Kills made.</summary>
    public required int Kills { get; init; }

    /// <summary>Kills by phase.</summary>
    public required IReadOnlyDictionary<KillPhase, int> KillsByPhase { get; init; }

    /// <summary>Model calls.</summary>
    public required CallCount ModelCalls { get; init; }

    /// <summary>Tool calls.</summary>
    public required CallCount ToolCalls { get; init; }

    /// <summary>Calls made again that were under way at a kill: allowed.</summary>
    public required int InFlightRepeats { get; init; }

    /// <summary>Of those, such as had ended when the kill came, before anything had used the result.</summary>
    public required int RepeatsAfterEnd { get; init; }

    /// <summary>Calls made again although their result had been used.</summary>
    public required int ForbiddenRepeats { get; init; }

    /// <summary>Most idempotency keys of one call.</summary>
    public required int MostKeysPerCall { get; init; }

    /// <summary>True when the report is that of the undisturbed run, byte for byte.</summary>
    public required bool IsReportIdentical { get; init; }

    /// <summary>Time of the undisturbed run, in seconds.</summary>
    public required double ControlSeconds { get; init; }

    /// <summary>Time of the run with kills, in seconds.</summary>
    public required double KilledSeconds { get; init; }
}
