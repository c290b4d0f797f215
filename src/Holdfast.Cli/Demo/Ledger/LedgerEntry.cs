using Holdfast.Cli.Demo.Calls;

namespace Holdfast.Cli.Demo.Ledger;

/// <summary>A line of a ledger.</summary>
internal sealed record LedgerEntry
{
    /// <summary>The line's number among those of its process, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>The process that wrote it.</summary>
    public required int ProcessId { get; init; }

    /// <summary>Begin or end.</summary>
    public required LedgerMoment Moment { get; init; }

    /// <summary>Model or tool.</summary>
    public required CallKind Kind { get; init; }

    /// <summary>Which call of the conversation it is.</summary>
    public required string Slot { get; init; }

    /// <summary>Hash of all that is asked.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The idempotency key.</summary>
    public required string Key { get; init; }

    /// <summary>At the beginning of a model call: slots of the calls whose results it was given.</summary>
    public IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>At the end of a model call: slots of the tool calls that it asks for.</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];

    /// <summary>At the end: what the attempt failed with; null when it gave a result.</summary>
    public string? Failure { get; init; }
}
