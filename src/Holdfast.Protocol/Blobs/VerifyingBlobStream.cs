using System.Security.Cryptography;

namespace Holdfast.Protocol;

/// <summary>Reads a blob and compares what was read with its reference when the end comes: for adapters of <see cref="IBlobStore"/>.</summary>
/// <param name="content">The stored bytes; disposed with this stream.</param>
/// <param name="reference">What they should be.</param>
public sealed class VerifyingBlobStream(Stream content, BlobReference reference) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _position;
    private bool _isVerified;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => reference.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("A blob is read forwards, once.");
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Noted(buffer, content.Read(buffer));

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await content.ReadAsync(buffer, cancellationToken);
        return Noted(buffer.Span, read);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A blob is read forwards, once.");

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException("A blob does not change.");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A blob does not change.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Noted(Span<byte> buffer, int read)
    {
        _hash.AppendData(buffer[..read]);
        _position += read;
        if (_position > reference.Length || (read == 0 && buffer.Length > 0 && _position < reference.Length))
        {
            throw Damaged("its length is another");
        }

        if (_position == reference.Length && !_isVerified)
        {
            _isVerified = true;
            if (BlobId.Of(_hash.GetCurrentHash()) != reference.Id)
            {
                throw Damaged("its bytes have another hash");
            }
        }

        return read;
    }

    private HoldfastException Damaged(string why) => new(ErrorCodes.BlobDamaged, $"Blob {reference.Id} of {reference.Length} bytes is damaged: {why}. Restore the file from a backup.");
}
