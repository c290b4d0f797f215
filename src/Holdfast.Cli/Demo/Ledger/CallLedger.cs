using System.Text.Json;
using Holdfast.Cli.Demo.Calls;

namespace Holdfast.Cli.Demo.Ledger;

/// <summary>Writes down every attempt at a call where it is served, in a file of its own that Holdfast knows nothing of.</summary>
internal sealed class CallLedger(string path, int processId) : ICallObserver, IDisposable
{
    private readonly AppendedFile _file = new(path);
    private long _sequence;

    /// <summary>Lines that this process has written.</summary>
    public long Lines => Interlocked.Read(ref _sequence);

    /// <inheritdoc/>
    public void Began(CallStart call) => Add(EntryOf(call, LedgerMoment.Begin) with { Uses = call.Uses });

    /// <inheritdoc/>
    public void Ended(CallEnd call) => Add(EntryOf(call.Start, LedgerMoment.End) with { Asks = call.Asks, Failure = call.Failure });

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Add(LedgerEntry entry) => _file.Add(() => JsonSerializer.Serialize(entry with { Sequence = Interlocked.Increment(ref _sequence) }, LedgerJson.Default.LedgerEntry));

    private LedgerEntry EntryOf(CallStart call, LedgerMoment moment) => new()
    {
        Sequence = 0,
        ProcessId = processId,
        Moment = moment,
        Kind = call.Kind,
        Slot = call.Slot,
        Fingerprint = call.Fingerprint,
        Key = call.IdempotencyKey,
    };
}
