using System.Buffers.Binary;
using System.Text;

namespace Holdfast.Protocol.Codec;

/// <summary>Writes tagged fields into a growing array.</summary>
/// <remarks>
/// A value that is the zero of its kind (0, false, empty, null) is left out, except behind a nullable property, where presence is what it says.
/// Length prefixes of nested messages are written once the length is known: one byte is kept free, and the content moves when it needs more.
/// </remarks>
internal ref struct FieldWriter(byte[] buffer)
{
    private const int MaximumTagBytes = 2;
    private const int MaximumUtf8BytesPerChar = 3;
    private const int OneByteLengthLimit = 0x80;

    private byte[] _buffer = buffer;
    private int _position;

    /// <summary>The array, which may be another one than was given.</summary>
    public readonly byte[] Buffer => _buffer;

    /// <summary>What has been written.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _position);

    public void WriteInt64(int field, long value)
    {
        if (value != 0)
        {
            WriteVarintField(field, (ulong)value);
        }
    }

    public void WriteInt32(int field, int value) => WriteInt64(field, value);

    public void WriteInt32(int field, int? value)
    {
        if (value is { } present)
        {
            WriteVarintField(field, (ulong)present);
        }
    }

    public void WriteFlag(int field, bool value)
    {
        if (value)
        {
            WriteVarintField(field, 1);
        }
    }

    public void WriteDuration(int field, TimeSpan value)
    {
        if (value != TimeSpan.Zero)
        {
            WriteVarintField(field, ZigZag(value.Ticks));
        }
    }

    public void WriteDuration(int field, TimeSpan? value)
    {
        if (value is { } present)
        {
            WriteVarintField(field, ZigZag(present.Ticks));
        }
    }

    public void WriteInstant(int field, DateTimeOffset value) => WriteInt64(field, value.UtcTicks);

    public void WriteInstant(int field, DateTimeOffset? value)
    {
        if (value is { } present)
        {
            WriteVarintField(field, (ulong)present.UtcTicks);
        }
    }

    public void WriteDouble(int field, double value)
    {
        if (BitConverter.DoubleToInt64Bits(value) == 0)
        {
            return;
        }

        WriteTag(field, WireType.Fixed64, sizeof(double));
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer.AsSpan(_position), value);
        _position += sizeof(double);
    }

    public void WriteRunId(int field, RunId value)
    {
        if (!value.IsNone)
        {
            WriteUuidField(field, value.Value);
        }
    }

    public void WriteRunId(int field, RunId? value)
    {
        if (value is { } present)
        {
            WriteUuidField(field, present.Value);
        }
    }

    public void WriteText(int field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            WriteRepeatedText(field, value);
        }
    }

    /// <summary>Writes the text even when it is empty: an element of a list.</summary>
    public void WriteRepeatedText(int field, string value)
    {
        WriteTag(field, WireType.Bytes, 0);
        WriteRawText(value);
    }

    public void WriteBytes(int field, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return;
        }

        WriteTag(field, WireType.Bytes, 0);
        WriteRawBytes(value);
    }

    /// <summary>Writes the tag of a nested message; its content follows, up to <see cref="EndMessage"/>, which gets the value returned here.</summary>
    public int BeginMessage(int field)
    {
        WriteTag(field, WireType.Bytes, 0);
        return BeginRawMessage();
    }

    /// <summary>Begins a length-prefixed message without a tag.</summary>
    public int BeginRawMessage()
    {
        Reserve(1);
        return ++_position;
    }

    /// <summary>Ends the message whose content began at the position given.</summary>
    public void EndMessage(int contentStart)
    {
        var length = _position - contentStart;
        if (length < OneByteLengthLimit)
        {
            _buffer[contentStart - 1] = (byte)length;
            return;
        }

        var furtherPrefixBytes = Varint.SizeOf((ulong)length) - 1;
        Reserve(furtherPrefixBytes);
        _buffer.AsSpan(contentStart, length).CopyTo(_buffer.AsSpan(contentStart + furtherPrefixBytes));
        Varint.Write(_buffer.AsSpan(contentStart - 1), (ulong)length);
        _position += furtherPrefixBytes;
    }

    public void WriteRawVarint(ulong value)
    {
        Reserve(Varint.MaximumBytes);
        _position += Varint.Write(_buffer.AsSpan(_position), value);
    }

    public void WriteRawText(string value)
    {
        var byteLimit = value.Length * MaximumUtf8BytesPerChar;
        if (byteLimit >= OneByteLengthLimit)
        {
            byteLimit = Encoding.UTF8.GetByteCount(value);
            WriteRawVarint((ulong)byteLimit);
            Reserve(byteLimit);
            _position += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_position));
            return;
        }

        Reserve(1 + byteLimit);
        var length = Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_position + 1));
        _buffer[_position] = (byte)length;
        _position += 1 + length;
    }

    public void WriteRawBytes(ReadOnlySpan<byte> value)
    {
        WriteRawVarint((ulong)value.Length);
        Reserve(value.Length);
        value.CopyTo(_buffer.AsSpan(_position));
        _position += value.Length;
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private void WriteVarintField(int field, ulong value)
    {
        WriteTag(field, WireType.Varint, Varint.MaximumBytes);
        _position += Varint.Write(_buffer.AsSpan(_position), value);
    }

    private void WriteUuidField(int field, Guid value)
    {
        const int UuidBytes = 16;
        WriteTag(field, WireType.Fixed128, UuidBytes);
        value.TryWriteBytes(_buffer.AsSpan(_position), bigEndian: true, out _);
        _position += UuidBytes;
    }

    private void WriteTag(int field, WireType wireType, int valueBytes)
    {
        Reserve(MaximumTagBytes + valueBytes);
        var tag = ((uint)field << 3) | (uint)wireType;
        if (tag < OneByteLengthLimit)
        {
            _buffer[_position++] = (byte)tag;
            return;
        }

        _position += Varint.Write(_buffer.AsSpan(_position), tag);
    }

    private void Reserve(int byteCount)
    {
        if (_buffer.Length - _position < byteCount)
        {
            Grow(byteCount);
        }
    }

    private void Grow(int byteCount)
    {
        var needed = (long)_position + byteCount;
        if (needed > RunRecordCodec.MaximumRecordBytes + Varint.MaximumBytes)
        {
            throw CorruptRecord.TooLarge(needed);
        }

        Array.Resize(ref _buffer, (int)Math.Max(needed, Math.Min(2L * _buffer.Length, RunRecordCodec.MaximumRecordBytes + Varint.MaximumBytes)));
    }
}
