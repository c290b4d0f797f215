using System.Buffers;
using Holdfast.Journaling.Format;
using Holdfast.Protocol;

namespace Holdfast.Journaling;

/// <summary>A reusable buffer that an owner fills with records and hands to <see cref="Journal.TryAppend"/>.</summary>
/// <remarks>
/// <para>Records are framed in place, so the writer copies no payload. Each record is written between
/// <see cref="BeginRecord"/> and <see cref="JournalRecordScope.Complete"/>, through this type's
/// <see cref="IBufferWriter{T}"/> members; a scope left without completing takes the unfinished record back.</para>
/// <para>Threading and ownership: one thread fills it. From an accepted append until its completion is called the
/// batch belongs to the journal, and every member that would change it throws.</para>
/// </remarks>
public sealed class JournalBatch : IBufferWriter<byte>
{
    private const int InitialBytes = 4096;
    private const int LargestKeptBytes = 1 << 20;
    private const int NoRecord = -1;

    private readonly int _maxRecordBytes;
    private readonly int _maxBatchBytes;
    private byte[] _buffer = new byte[InitialBytes];
    private int _recordStart = NoRecord;
    private int _written;
    private ushort _shard;
    private long _scope;
    private bool _submitted;

    internal JournalBatch(int maxRecordBytes, int maxBatchBytes)
    {
        _maxRecordBytes = maxRecordBytes;
        _maxBatchBytes = maxBatchBytes;
    }

    /// <summary>How many records were completed.</summary>
    public int RecordCount { get; private set; }

    /// <summary>How many bytes the completed records take in the log, headers and padding included.</summary>
    public int Bytes { get; private set; }

    /// <summary>Whether it takes no further record: it has reached <see cref="JournalOptions.MaxPendingBytes"/>.</summary>
    public bool IsFull => Bytes >= _maxBatchBytes;

    /// <summary>Whether no record was completed.</summary>
    public bool IsEmpty => RecordCount == 0;

    /// <summary>Opens a record; the payload then goes through <see cref="GetSpan"/>, <see cref="GetMemory"/> and <see cref="Advance"/>.</summary>
    /// <param name="shard">The shard that the record belongs to.</param>
    /// <param name="belongsToBatch">True when the record must be in the same batch as those before, however large that makes it.</param>
    /// <returns>To be completed, or disposed of to take the record back.</returns>
    /// <exception cref="InvalidOperationException">A record is open, or the journal holds the batch.</exception>
    /// <exception cref="JournalException">HF2013: the batch is full; append it first.</exception>
    public JournalRecordScope BeginRecord(ushort shard, bool belongsToBatch = false)
    {
        ThrowIfSubmitted();
        if (_recordStart != NoRecord)
        {
            throw new InvalidOperationException("A record is already open in this batch.");
        }

        if (IsFull && !belongsToBatch)
        {
            throw JournalException.BatchTooLarge(Bytes, _maxBatchBytes);
        }

        EnsureFree(RecordFrame.HeaderBytes);
        _shard = shard;
        _recordStart = Bytes;
        _written = Bytes + RecordFrame.HeaderBytes;
        return new JournalRecordScope(this, ++_scope);
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ThrowIfNoRecord();
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _written);
        _written += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_written);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_written);
    }

    /// <summary>Forgets all records, an open one included, and keeps the buffer for reuse unless it has grown above 1 MiB.</summary>
    /// <exception cref="InvalidOperationException">The journal holds the batch.</exception>
    public void Clear()
    {
        ThrowIfSubmitted();
        RecordCount = 0;
        Bytes = 0;
        _recordStart = NoRecord;
        if (_buffer.Length > LargestKeptBytes)
        {
            _buffer = new byte[InitialBytes];
        }
    }

    internal bool IsOpen(long scope) => _recordStart != NoRecord && _scope == scope;

    internal void Complete(long scope)
    {
        if (!IsOpen(scope))
        {
            throw new InvalidOperationException("The record was already completed or taken back.");
        }

        int payloadBytes = _written - _recordStart - RecordFrame.HeaderBytes;
        if (payloadBytes > _maxRecordBytes)
        {
            TakeBack(scope);
            throw JournalException.RecordTooLarge(payloadBytes, _maxRecordBytes);
        }

        SealRecord(payloadBytes);
    }

    internal void TakeBack(long scope)
    {
        if (IsOpen(scope))
        {
            _recordStart = NoRecord;
        }
    }

    /// <summary>Hands the batch to the journal.</summary>
    internal void Submit()
    {
        Invariant.That(!_submitted, "a batch is handed over once");
        _submitted = true;
    }

    /// <summary>Gives the batch back to its owner.</summary>
    internal void Release()
    {
        Invariant.That(_submitted, "only a batch that was handed over is given back");
        _submitted = false;
    }

    internal void ThrowUnlessAppendable()
    {
        ThrowIfSubmitted();
        if (_recordStart != NoRecord || IsEmpty)
        {
            throw new InvalidOperationException("A batch can be appended when it has records and none of them is open.");
        }
    }

    internal Memory<byte> Frames(int start, int length) => _buffer.AsMemory(start, length);

    private void SealRecord(int payloadBytes)
    {
        int end = _recordStart + RecordFrame.FrameBytes(payloadBytes);
        EnsureCapacity(end);
        _buffer.AsSpan(_written, end - _written).Clear();
        RecordFrame.WriteContent(_buffer.AsSpan(_recordStart, end - _recordStart), _shard, RecordKind.Data, payloadBytes);
        _recordStart = NoRecord;
        Bytes = end;
        RecordCount++;
    }

    private void Reserve(int sizeHint)
    {
        ThrowIfNoRecord();
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        long payloadBytes = _written - _recordStart - RecordFrame.HeaderBytes;
        if (payloadBytes > _maxRecordBytes || sizeHint > _maxRecordBytes)
        {
            _recordStart = NoRecord;
            throw JournalException.RecordTooLarge(Math.Max(payloadBytes, sizeHint), _maxRecordBytes);
        }

        EnsureFree(Math.Max(sizeHint, 1));
    }

    private void EnsureFree(int bytes) => EnsureCapacity((_recordStart == NoRecord ? Bytes : _written) + bytes);

    private void EnsureCapacity(int bytes)
    {
        if (bytes > _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min(Math.Max((long)bytes, 2L * _buffer.Length), Array.MaxLength));
        }
    }

    private void ThrowIfNoRecord()
    {
        ThrowIfSubmitted();
        if (_recordStart == NoRecord)
        {
            throw new InvalidOperationException("No record is open in this batch.");
        }
    }

    private void ThrowIfSubmitted()
    {
        if (_submitted)
        {
            throw new InvalidOperationException("The journal holds this batch until its completion is called.");
        }
    }
}
