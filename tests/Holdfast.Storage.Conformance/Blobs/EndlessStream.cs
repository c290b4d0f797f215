namespace Holdfast.Storage.Conformance;

/// <summary>Zeros up to a length, without holding them; breaks or cancels on the way when it is told to.</summary>
internal sealed class EndlessStream(long length) : Stream
{
    private long _position;

    public int LargestRead { get; private set; }

    public long BreaksAfter { get; init; } = long.MaxValue;

    public CancellationTokenSource? Cancels { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        LargestRead = Math.Max(LargestRead, count);
        if (_position >= BreaksAfter)
        {
            throw new InvalidDataException("The stream broke, as ordered.");
        }

        var read = (int)Math.Min(count, length - _position);
        Array.Clear(buffer, offset, read);
        _position += read;
        Cancels?.Cancel();
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
