namespace Holdfast.Journaling.Recovery;

/// <summary>Reads a segment through a window, so that memory is bounded by the largest record and not by the segment.</summary>
internal sealed class SegmentReader(IDiskFile file, int segmentBytes)
{
    private const int WindowBytes = 1 << 20;

    private byte[] _window = new byte[Math.Min(WindowBytes, segmentBytes)];
    private int _windowStart;
    private int _windowFilled;

    public int SegmentBytes => segmentBytes;

    /// <summary>The bytes at an offset; valid until the next call. The range must lie in the segment.</summary>
    public ReadOnlySpan<byte> Read(int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, segmentBytes - offset);
        if (offset < _windowStart || offset + length > _windowStart + _windowFilled)
        {
            Fill(offset, length);
        }

        return _window.AsSpan(offset - _windowStart, length);
    }

    private void Fill(int offset, int length)
    {
        if (length > _window.Length)
        {
            _window = new byte[length];
        }

        int wanted = Math.Min(_window.Length, segmentBytes - offset);
        _windowStart = offset;
        _windowFilled = file.Read(_window.AsSpan(0, wanted), offset);
        if (_windowFilled < length)
        {
            throw new EndOfStreamException("A journal segment became shorter while it was read.");
        }
    }
}
