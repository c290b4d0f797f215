using Holdfast.Journaling.Appending;
using Holdfast.Journaling.Claims;
using Holdfast.Journaling.Format;
using Holdfast.Journaling.Recovery;
using Holdfast.Journaling.Segments;
using Holdfast.Journaling.Telemetry;
using Holdfast.Protocol;

namespace Holdfast.Journaling;

/// <summary>
/// The append-only log of a process: what <see cref="TryAppend"/> took and reported durable is handed out again, whole
/// and in order, by the next <see cref="Open"/>, whatever happened in between.
/// </summary>
/// <remarks>
/// <para>Atomicity: one record. A crash may keep the first records of a batch that was not yet durable and lose the
/// rest, never the other way round.</para>
/// <para>Threading: every member may be called from any thread, save that <see cref="WriteOnce"/> has one caller at a
/// time.</para>
/// <para>Failure: after a write or flush has failed the journal is dead. It never flushes again, because a second
/// flush can succeed although the data is gone.</para>
/// </remarks>
public sealed class Journal : IDisposable
{
    private readonly JournalOptions _options;
    private readonly IDisposable _lock;
    private readonly FolderClaim _claim;
    private readonly SegmentStore _segments;
    private readonly AppendQueue _queue;
    private readonly GroupWriter _writer;
    private readonly JournalInstruments _instruments;
    private readonly PumpThread? _writerThread;
    private readonly PumpThread? _prepareThread;
    private long _unpreparable;
    private int _writing;
    private int _disposed;

    private Journal(JournalOptions options, IDisposable folderLock, FolderClaim claim, SegmentStore segments, long lastLsn, uint epoch)
    {
        _options = options;
        _lock = folderLock;
        _claim = claim;
        _segments = segments;
        _instruments = new JournalInstruments(options);
        _queue = new AppendQueue(lastLsn + 1, epoch, options.MaxPendingBytes, _instruments);
        _writer = new GroupWriter(_queue, segments, claim, lastLsn, _instruments, options.OnFatal) { RoomAvailable = RaiseRoomAvailable };
        if (options.Pumping == JournalPumping.DedicatedThreads)
        {
            IdleWait prepareIdle = new(options.TimeProvider, TimeSpan.Zero, () => ShouldPrepare);
            _prepareThread = new PumpThread("Holdfast journal preparation", ThreadPriority.BelowNormal, prepareIdle, PrepareSegment);
            IdleWait writerIdle = new(options.TimeProvider, options.MaxSpin, () => _queue.HasWork && Volatile.Read(ref _writing) == 0);
            _writerThread = new PumpThread("Holdfast journal writer", ThreadPriority.AboveNormal, writerIdle, WriteAndSignal);
        }

        _instruments.Watch(this);
    }

    /// <summary>
    /// Raised on the writer's thread when an append was refused for want of room and half of
    /// <see cref="JournalOptions.MaxPendingBytes"/> is free again.
    /// </summary>
    public event EventHandler? RoomAvailable;

    /// <summary>The epoch in force: the only one whose appends are taken. Each opening begins a new one, above all before.</summary>
    public long Epoch => _queue.Epoch;

    /// <summary>Every record up to this LSN is durable; 0 in an empty journal.</summary>
    public long DurableLsn => _writer.DurableLsn;

    /// <summary>The LSN of the oldest record that is kept, or will be, when there is none.</summary>
    public long FirstLsn => _segments.FirstLsn;

    /// <summary>How many segments the log has, the active one included.</summary>
    public int SegmentCount => _segments.Count;

    /// <summary>The largest payload of one record in bytes.</summary>
    public int MaxRecordBytes => _options.MaxRecordBytes;

    /// <summary>How many bytes wait for durability.</summary>
    public long PendingBytes => _queue.PendingBytes;

    private bool ShouldPrepare => _segments.NeedsSpare && Interlocked.Read(ref _unpreparable) != _segments.Active.Header.Number;

    /// <summary>Locks the folder, recovers the log and begins a new epoch.</summary>
    /// <param name="disk">The folder.</param>
    /// <param name="options">Checked here.</param>
    /// <param name="onRecord">Takes every recovered record in LSN order.</param>
    /// <returns>The journal, ready for appends. All recovered records are durable.</returns>
    /// <exception cref="JournalException">HF2000: an option is out of range. HF2001: the folder is in use. HF2014: another process claimed it meanwhile.</exception>
    /// <exception cref="JournalDamagedException">HF2002 to HF2008: the log is damaged; nothing was changed.</exception>
    public static Journal Open(IDisk disk, JournalOptions options, RecoveredRecordHandler onRecord)
    {
        ArgumentNullException.ThrowIfNull(disk);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(onRecord);
        options.Validate();
        IDisposable folderLock = disk.Lock();
        FolderClaim? claim = null;
        RecoveredLog? log = null;
        SegmentStore? segments = null;
        try
        {
            claim = FolderClaim.Take(disk); // first: what is read from now on is all that its holder before will ever have acknowledged
            log = JournalRecovery.Run(disk, onRecord);
            segments = StoreFor(disk, options, claim, log);
            uint epoch = log.Epoch + 1;
            BeginEpoch(segments, claim, log, epoch);
            claim.EndTakeOver();
            claim.ThrowUnlessInForce();
            return new Journal(options, folderLock, claim, segments, log.LastLsn, epoch);
        }
        catch
        {
            segments?.Dispose();
            log?.Active?.Dispose();
            claim?.Dispose();
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Reads a whole log and changes nothing. Nobody may append meanwhile: hold the folder (<see cref="IDisk.Lock"/>).</summary>
    /// <param name="disk">The folder.</param>
    /// <param name="handler">Takes the records, as at recovery; null when nobody wants them.</param>
    /// <exception cref="JournalDamagedException">HF2002 to HF2008: the log is damaged.</exception>
    public static JournalInspection Inspect(IDisk disk, RecoveredRecordHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(disk);
        return LogInspection.Run(disk, handler);
    }

    /// <summary>A batch for appending to this journal, to be kept and reused.</summary>
    public JournalBatch CreateBatch() => new(_options.MaxRecordBytes, _options.MaxPendingBytes);

    /// <summary>Puts a batch at the end of the log. The records get the next LSNs, in the order of the calls.</summary>
    /// <param name="batch">Has at least one record and none open. When taken, it is the journal's until the completion is called.</param>
    /// <param name="epoch">The caller's epoch.</param>
    /// <param name="completion">Told once the batch is durable, or the journal has failed.</param>
    /// <returns>False when too much waits already; the batch stays the caller's, and <see cref="RoomAvailable"/> tells when to try again.</returns>
    /// <exception cref="JournalException">HF2010: the epoch is not the one in force. HF2011: the journal has failed.</exception>
    /// <exception cref="ObjectDisposedException">The journal is closed.</exception>
    public bool TryAppend(JournalBatch batch, long epoch, IJournalCompletion completion)
    {
        bool taken = TryAppendQuietly(batch, epoch, completion);
        if (taken)
        {
            _writerThread?.Signal();
        }

        return taken;
    }

    /// <summary>
    /// As <see cref="TryAppend"/>, but leaves the writer asleep: the caller follows with <see cref="WriteHere"/>, which spares a lone appender the change of
    /// threads.
    /// </summary>
    /// <param name="batch">As for <see cref="TryAppend"/>.</param>
    /// <param name="epoch">As for <see cref="TryAppend"/>.</param>
    /// <param name="completion">As for <see cref="TryAppend"/>.</param>
    /// <returns>As for <see cref="TryAppend"/>.</returns>
    public bool TryAppendQuietly(JournalBatch batch, long epoch, IJournalCompletion completion)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(completion);
        return _queue.TryEnqueue(batch, epoch, completion);
    }

    /// <summary>
    /// Sees to what was appended quietly: when the writer is at rest, the calling thread writes, flushes and calls the completions itself; otherwise the writer
    /// does. Returns when that is done or left to the writer. Does nothing with <see cref="JournalPumping.Caller"/>.
    /// </summary>
    public void WriteHere()
    {
        if (_writerThread is not null && (!TryWrite(out _) || _queue.HasWork))
        {
            _writerThread.Signal();
        }
    }

    /// <summary>
    /// Whether this journal still has its folder: nobody else has claimed it. For whoever answers from memory without appending: what it says is true of a moment
    /// during this call. Once false the journal is dead, and its owner is told so (<see cref="JournalOptions.OnFatal"/>). Costs a read of 64 bytes.
    /// </summary>
    /// <returns>False when another process has the folder, or the journal has failed or is closed.</returns>
    public bool HoldsFolder()
    {
        if (_queue.HasFailed)
        {
            return false;
        }

        try
        {
            _claim.ThrowUnlessInForce();
            return true;
        }
        catch (Exception exception) when (exception is IOException or JournalException)
        {
            _writer.Fail(exception);
            _writerThread?.Signal();
            return false;
        }
        catch (ObjectDisposedException)
        {
            return false; // closed in good order meanwhile
        }
    }

    /// <summary>Why the journal has failed; null while it has not.</summary>
    public JournalException? Failure => _queue.HasFailed ? _queue.Failure : null;

    /// <summary>Deposes whoever appends with the epoch in force: from now on only the new one is taken. Batches taken before stay in the log.</summary>
    /// <returns>The new epoch.</returns>
    public long AdvanceEpoch() => _queue.AdvanceEpoch();

    /// <summary>Writes everything that waits, flushes it and calls the completions. For <see cref="JournalPumping.Caller"/>.</summary>
    /// <returns>Whether anything waited.</returns>
    /// <exception cref="InvalidOperationException">The journal pumps itself.</exception>
    public bool WriteOnce()
    {
        ThrowUnlessPumpedByCaller();
        return _writer.WriteOnce();
    }

    /// <summary>Prepares the next segment's file when the active one is half full. For <see cref="JournalPumping.Caller"/>.</summary>
    /// <returns>Whether one was prepared.</returns>
    /// <exception cref="InvalidOperationException">The journal pumps itself.</exception>
    public bool PrepareOnce()
    {
        ThrowUnlessPumpedByCaller();
        return PrepareSegment();
    }

    /// <summary>Removes the segments all of whose records have an LSN below the given one. The active segment stays.</summary>
    /// <param name="lsn">At most one above <see cref="DurableLsn"/>.</param>
    /// <returns>How many segments were removed.</returns>
    /// <exception cref="IOException">The disk failed; the journal is then dead.</exception>
    public int Trim(long lsn)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lsn, DurableLsn + 1);
        try
        {
            return _segments.Trim(lsn);
        }
        catch (Exception exception) when (exception is IOException or JournalException)
        {
            _writer.Fail(exception);
            _writerThread?.Signal();
            throw;
        }
    }

    /// <summary>Writes what was taken, marks the log as closed in good order and gives the folder free.</summary>
    /// <remarks>Not to be called from the journal's own callbacks: it waits for their thread.</remarks>
    public void Dispose()
    {
        bool isOwnThread = _writerThread is { IsCurrent: true } || _prepareThread is { IsCurrent: true };
        Invariant.That(!isOwnThread, "a journal is not closed from its own callbacks");
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _queue.Close();
        _instruments.Dispose();
        _writerThread?.Stop();
        _prepareThread?.Stop();
        SpinWait.SpinUntil(() => Interlocked.CompareExchange(ref _writing, 1, 0) == 0);
        while (_writer.WriteOnce())
        {
            // What was taken before the close is owed a completion.
        }

        _writer.WriteClosed();
        _segments.Dispose();
        GiveUpClaim();
        _lock.Dispose();
    }

    private static SegmentStore StoreFor(IDisk disk, JournalOptions options, FolderClaim claim, RecoveredLog log)
    {
        IReadOnlyList<string> found = SpareRecovery.Run(disk, options, claim.Line);
        SpareSegments spares = new(disk, options.SegmentBytes, options.MaxSpareSegments, claim.Line, found);
        return new SegmentStore(disk, options, claim, spares, log.Segments, log.Active);
    }

    private static void BeginEpoch(SegmentStore segments, FolderClaim claim, RecoveredLog log, uint epoch)
    {
        // What another machine may still write to is left as it is, behind a segment of this process's own making.
        bool fits = !claim.IsTakeOver && (log.Active?.HasRoomFor(RecordFrame.HeaderBytes) ?? false);
        if (!fits)
        {
            segments.Advance(log.LastLsn + 1, epoch);
            return;
        }

        segments.Active.WriteOwn(RecordKind.Opened, log.LastLsn, epoch);
        segments.Active.Flush();
    }

    /// <summary>A claim that cannot be given up costs the next holder nothing on this machine, and a segment on another.</summary>
    private void GiveUpClaim()
    {
        try
        {
            if (!_queue.HasFailed)
            {
                _claim.GiveUp();
            }
        }
        catch (IOException exception)
        {
            _options.OnPreparationFailed(exception);
        }

        _claim.Dispose();
    }

    private bool PrepareSegment()
    {
        if (!ShouldPrepare)
        {
            return false;
        }

        try
        {
            return _segments.PrepareOnce();
        }
        catch (IOException exception)
        {
            // Once per segment: filling a full disk again and again would only slow the writer.
            Interlocked.Exchange(ref _unpreparable, _segments.Active.Header.Number);
            _options.OnPreparationFailed(exception);
            return false;
        }
    }

    private bool WriteAndSignal()
    {
        TryWrite(out bool wrote);
        return wrote;
    }

    /// <summary>Writes one group, unless another thread is writing; that one, or the writer it wakes, then sees to what waits.</summary>
    private bool TryWrite(out bool wrote)
    {
        wrote = false;
        if (Interlocked.CompareExchange(ref _writing, 1, 0) != 0)
        {
            return false;
        }

        try
        {
            wrote = _writer.WriteOnce();
        }
        finally
        {
            // A full fence: what was appended while this thread wrote must be seen by its look at the queue that follows.
            Interlocked.Exchange(ref _writing, 0);
        }

        if (ShouldPrepare)
        {
            _prepareThread?.Signal();
        }

        return true;
    }

    private void ThrowUnlessPumpedByCaller()
    {
        if (_writerThread is not null)
        {
            throw new InvalidOperationException($"Only a journal with {nameof(JournalPumping)}.{nameof(JournalPumping.Caller)} is pumped from outside.");
        }
    }

    private void RaiseRoomAvailable() => RoomAvailable?.Invoke(this, EventArgs.Empty);
}
