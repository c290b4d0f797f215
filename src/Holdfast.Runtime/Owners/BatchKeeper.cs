using System.Runtime.InteropServices;
using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Runtime;

/// <summary>
/// Gathers what an owner's steps record into batches for the journal, and holds back what must wait for durability. The steps of one run that follow one
/// another become one journal record.
/// </summary>
internal sealed class BatchKeeper(Journal journal, LoopSignal signal)
{
    private const int MostUnitBytesGoal = 1 << 20;

    /// <summary>Bytes of records above which a run's next step begins another journal record: far enough below the largest record for what one step may add.</summary>
    private readonly int _unitBytesGoal = Math.Min(MostUnitBytesGoal, journal.MaxRecordBytes / 4);

    private readonly FreeBatches _free = new();
    private readonly List<OpenSection> _sections = [];

    /// <summary>Of runs that nobody knows yet: what of them is not written.</summary>
    private readonly Dictionary<RunEntry, OpenSection> _ahead = [];
    private readonly Queue<OwnerBatch> _refused = new();
    private OwnerBatch? _current;
    private volatile bool _isRefused;
    private GatedEffects? _lastSubmitted;

    /// <summary>True while the journal's writer need not be woken: the thread that turns the loop will write.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>True while the journal has no room for what was recorded: the loop must wait.</summary>
    public bool IsRefused => _isRefused;

    /// <summary>Runs whose beginnings lie in the journal, and which nobody knows yet.</summary>
    public IReadOnlyCollection<RunEntry> RunsAhead => _ahead.Keys;

    /// <summary>Size of a unit above which its beginnings of new runs are written ahead; the rest leaves room for the heads of sections.</summary>
    private int MostUnitBytes => journal.MaxRecordBytes / 2;

    private OwnerBatch Current => _current ??= TakeFree();

    /// <summary>The run is about to record something.</summary>
    /// <param name="run">The run.</param>
    /// <param name="starts">True for the first records of a new run.</param>
    /// <param name="withPrevious">True when it must be one unit with what was recorded last (a successor).</param>
    public void Open(RunEntry run, bool starts, bool withPrevious)
    {
        if (HasSection(run) && (withPrevious || OpenBytes() < _unitBytesGoal))
        {
            return;
        }

        if (!withPrevious)
        {
            CloseUnit();
            SubmitWhenFull();
        }

        run.UnitOpened();
        _sections.Add(starts ? TakeBeginning(run) : new OpenSection(run, IsNewRun: false, Starts: false, run.History.Bytes, run.History.Count));
    }

    /// <summary>Writes what a run that nobody knows yet has so far. It counts only when the run starts, with the unit of that: until then a crash leaves nothing of it.</summary>
    public void WriteAhead(RunEntry run)
    {
        CloseUnit();
        SubmitWhenFull();
        var section = TakeBeginning(run);
        while (run.History.Bytes > section.FromBytes)
        {
            section = WriteAhead(Current, section);
        }

        _ahead.Add(run, section);
    }

    /// <summary>The run will not start: what was written of it counts for nothing.</summary>
    public void ForgetAhead(RunEntry run) => _ahead.Remove(run);

    /// <summary>Lets something out when everything recorded so far is durable.</summary>
    public void Gate(GatedEffect effect)
    {
        if (_sections.Count > 0 || _current is { Records.IsEmpty: false })
        {
            var isHeld = Current.Effects.TryAdd(effect);
            Invariant.That(isHeld, "a batch that is being filled is not durable");
        }
        else if (_lastSubmitted is null || !_lastSubmitted.TryAdd(effect))
        {
            ReleaseAtOnce(effect);
        }
    }

    /// <summary>Hands everything recorded to the journal.</summary>
    public void Submit()
    {
        CloseUnit();
        SubmitCurrent();
    }

    /// <summary>Hands over the batches that the journal had no room for, in order; false when it still has none.</summary>
    public bool TrySubmitRefused()
    {
        while (_refused.TryPeek(out var batch))
        {
            var taken = IsQuiet ? journal.TryAppendQuietly(batch.Records, journal.Epoch, batch) : journal.TryAppend(batch.Records, journal.Epoch, batch);
            if (!taken)
            {
                return false;
            }

            _refused.Dequeue();
        }

        _isRefused = false;
        return true;
    }

    /// <summary>Nothing is appended on which this rests; whether the engine still has its folder must be asked then, which otherwise the journal does.</summary>
    private void ReleaseAtOnce(GatedEffect effect)
    {
        if (journal.HoldsFolder())
        {
            effect.Release();
        }
        else
        {
            effect.Abandon(journal.Failure ?? (Exception)new ObjectDisposedException(nameof(Journal)));
        }
    }

    /// <summary>Sections are opened in a batch that has room for their record: what is held back until they are durable waits beside that batch.</summary>
    private void SubmitWhenFull()
    {
        if (_current is { Records.IsFull: true })
        {
            SubmitCurrent();
        }
    }

    private void SubmitCurrent()
    {
        if (_current is not { Records.IsEmpty: false } batch)
        {
            return;
        }

        _current = null;
        _lastSubmitted = batch.Effects;
        _refused.Enqueue(batch);
        _isRefused = true;
        TrySubmitRefused();
    }

    private bool HasSection(RunEntry run)
    {
        foreach (ref readonly var section in CollectionsMarshal.AsSpan(_sections))
        {
            if (ReferenceEquals(section.Run, run))
            {
                return true;
            }
        }

        return false;
    }

    private int OpenBytes()
    {
        var bytes = 0;
        foreach (ref readonly var section in CollectionsMarshal.AsSpan(_sections))
        {
            bytes += section.Run.History.Bytes - section.FromBytes;
        }

        return bytes;
    }

    private void CloseUnit()
    {
        if (_sections.Count == 0)
        {
            return;
        }

        var batch = Current;
        var isTooLarge = _sections.Count > 1 && OpenBytes() > MostUnitBytes;
        if (isTooLarge)
        {
            WriteAhead(batch);
        }

        foreach (var section in _sections)
        {
            batch.Note(section.Run);
        }

        using var record = batch.Records.BeginRecord(_sections[0].Run.Shard, belongsToBatch: isTooLarge);
        foreach (var section in _sections)
        {
            var run = section.Run;
            JournalUnit.WriteSection(batch.Records, section.Starts ? run.Workflow : null, run.RunId, checked((int)(run.History.Count - section.FromCount)), run.History.From(section.FromBytes), isAfterClose: run.HasClosedBy(section.FromCount));
        }

        record.Complete();
        _sections.Clear();
    }

    /// <summary>
    /// What a record cannot hold is written before it: the beginnings of new runs, which count only with the unit's last record. They are in its batch, beside
    /// which the unit's effects wait.
    /// </summary>
    private void WriteAhead(OwnerBatch batch)
    {
        foreach (ref var section in CollectionsMarshal.AsSpan(_sections))
        {
            while (section.IsNewRun && section.Run.History.Bytes - section.FromBytes > _unitBytesGoal)
            {
                section = WriteAhead(batch, section);
            }
        }
    }

    private OpenSection WriteAhead(OwnerBatch batch, OpenSection section)
    {
        var run = section.Run;
        var records = run.History.From(section.FromBytes);
        var (bytes, count) = (0, 0);
        for (var rest = records; !rest.IsEmpty && bytes < _unitBytesGoal; count++)
        {
            bytes += RunRecordCodec.Skip(ref rest);
        }

        run.UnitOpened();
        batch.Note(run);
        using var record = batch.Records.BeginRecord(run.Shard, belongsToBatch: true);
        JournalUnit.WriteSection(batch.Records, section.Starts ? run.Workflow : null, run.RunId, count, records[..bytes], isAhead: true);
        record.Complete();
        return section with { Starts = false, FromBytes = section.FromBytes + bytes, FromCount = section.FromCount + count };
    }

    private OpenSection TakeBeginning(RunEntry run) =>
        _ahead.Remove(run, out var section) ? section : new OpenSection(run, IsNewRun: true, Starts: true, FromBytes: 0, FromCount: 0);

    private OwnerBatch TakeFree()
    {
        if (_free.TryTake(out var batch))
        {
            if (ReferenceEquals(batch.Effects, _lastSubmitted))
            {
                _lastSubmitted = null; // it is durable: nothing need wait for it
            }

            batch.Reset();
            return batch;
        }

        return new OwnerBatch(journal.CreateBatch()) { OnReturned = Return };
    }

    private void Return(OwnerBatch batch)
    {
        _free.Add(batch);
        if (_isRefused)
        {
            signal.Set();
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct OpenSection(RunEntry Run, bool IsNewRun, bool Starts, int FromBytes, long FromCount);
}
