using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Ledger;

namespace Holdfast.Cli.Tests.Ledger;

/// <summary>Writes ledgers by hand, as processes would have written them.</summary>
internal sealed class LedgerBook
{
    private readonly List<LedgerEntry> _entries = [];
    private readonly Dictionary<int, long> _sequences = [];

    public LedgerFindings Check() => LedgerChecker.Check(_entries);

    public LedgerBook Ask(int process, int turn, string? key = null, string fingerprint = "same", params string[] results) => Add(new LedgerEntry
    {
        Sequence = 0,
        ProcessId = process,
        Moment = LedgerMoment.Begin,
        Kind = CallKind.Model,
        Slot = CallStart.TurnSlot(turn),
        Fingerprint = fingerprint,
        Key = key ?? $"key of turn {turn}",
        Uses = [.. Enumerable.Range(1, turn - 1).Select(CallStart.TurnSlot), .. results],
    });

    public LedgerBook Answer(int process, int turn, params string[] asks) => Add(new LedgerEntry
    {
        Sequence = 0,
        ProcessId = process,
        Moment = LedgerMoment.End,
        Kind = CallKind.Model,
        Slot = CallStart.TurnSlot(turn),
        Fingerprint = "same",
        Key = $"key of turn {turn}",
        Asks = asks,
    });

    public LedgerBook Call(int process, string slot, string? key = null) => Add(ToolEntry(process, slot, LedgerMoment.Begin) with { Key = key ?? $"key of {slot}" });

    public LedgerBook Return(int process, string slot, string? failure = null) => Add(ToolEntry(process, slot, LedgerMoment.End) with { Failure = failure });

    public LedgerBook Without(Predicate<LedgerEntry> entry)
    {
        _entries.RemoveAll(entry);
        return this;
    }

    /// <summary>A whole conversation of one process: a question, a tool call, the answer.</summary>
    public static LedgerBook Undisturbed() => new LedgerBook().Ask(1, 1).Answer(1, 1, "call").Call(1, "call").Return(1, "call").Ask(1, 2, results: "call").Answer(1, 2);

    private static LedgerEntry ToolEntry(int process, string slot, LedgerMoment moment) => new()
    {
        Sequence = 0,
        ProcessId = process,
        Moment = moment,
        Kind = CallKind.Tool,
        Slot = slot,
        Fingerprint = "same",
        Key = $"key of {slot}",
    };

    private LedgerBook Add(LedgerEntry entry)
    {
        _sequences[entry.ProcessId] = _sequences.GetValueOrDefault(entry.ProcessId) + 1;
        _entries.Add(entry with { Sequence = _sequences[entry.ProcessId] });
        return this;
    }
}
