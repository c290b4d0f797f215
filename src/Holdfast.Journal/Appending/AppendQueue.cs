using Holdfast.Journaling.Telemetry;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Appending;

/// <summary>
/// Where owners leave their batches: gives out LSNs and keeps the order, bounds what waits, fences by epoch. One short
/// lock; the writer takes everything at once.
/// </summary>
internal sealed class AppendQueue(long nextLsn, uint epoch, int maxPendingBytes, JournalInstruments instruments)
{
    private readonly Lock _gate = new();
    private List<PendingAppend> _queued = [];
    private List<PendingAppend> _taken = [];
    private long _nextLsn = nextLsn;
    private long _epoch = epoch;
    private long _pendingBytes;
    private int _queuedCount;
    private bool _hasRefused;
    private bool _isClosed;
    private JournalException? _failure;

    public long Epoch => Interlocked.Read(ref _epoch);

    public long PendingBytes => Interlocked.Read(ref _pendingBytes);

    public bool HasWork => Volatile.Read(ref _queuedCount) > 0;

    public bool HasFailed => Volatile.Read(ref _failure) is not null;

    /// <summary>Why the journal has failed; asked for only after it has.</summary>
    public JournalException Failure
    {
        get
        {
            JournalException? failure = Volatile.Read(ref _failure);
            Invariant.That(failure is not null, "the journal has failed");
            return failure;
        }
    }

    public bool TryEnqueue(JournalBatch batch, long epoch, IJournalCompletion completion)
    {
        lock (_gate)
        {
            ThrowIfRefusing(epoch);
            batch.ThrowUnlessAppendable();
            if (_pendingBytes > 0 && _pendingBytes + batch.Bytes > maxPendingBytes)
            {
                _hasRefused = true;
                return false;
            }

            batch.Submit();
            _queued.Add(new PendingAppend(batch, _nextLsn, (uint)epoch, completion, instruments.AppendTaken()));
            _nextLsn += batch.RecordCount;
            _pendingBytes += batch.Bytes;
            Volatile.Write(ref _queuedCount, _queued.Count);
            return true;
        }
    }

    public long AdvanceEpoch()
    {
        lock (_gate)
        {
            Invariant.That(_epoch < uint.MaxValue, "epochs do not run out");
            return ++_epoch;
        }
    }

    /// <summary>Takes everything that is queued. The list is the writer's until the next call.</summary>
    public IReadOnlyList<PendingAppend> TakeAll()
    {
        _taken.Clear();
        lock (_gate)
        {
            (_queued, _taken) = (_taken, _queued);
            Volatile.Write(ref _queuedCount, 0);
        }

        return _taken;
    }

    /// <summary>Gives room back.</summary>
    /// <returns>Whether somebody was refused before and there is now room for at least half the bound.</returns>
    public bool Release(long bytes)
    {
        lock (_gate)
        {
            _pendingBytes -= bytes;
            Invariant.That(_pendingBytes >= 0, "no more is given back than was taken");
            bool tellRoom = _hasRefused && _pendingBytes <= maxPendingBytes / 2;
            _hasRefused &= !tellRoom;
            return tellRoom;
        }
    }

    /// <summary>Refuses every later append with this failure. The first failure stays.</summary>
    public void Fail(Exception cause)
    {
        lock (_gate)
        {
            _failure ??= cause is JournalException { Code: var code } deposed && code == ErrorCodes.JournalDeposed ? deposed : JournalException.Failed(cause);
        }
    }

    /// <summary>Refuses every later append as coming after the end.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
    }

    private void ThrowIfRefusing(long epoch)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(Journal));
        if (_failure is not null)
        {
            throw new JournalException(_failure.Code, "An append was refused: the journal has failed before.", _failure);
        }

        if (epoch != _epoch)
        {
            throw JournalException.StaleEpoch(epoch, _epoch);
        }
    }
}
