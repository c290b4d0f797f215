using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Holdfast.Protocol.Codec;

/// <summary>Reads tagged fields from a span; what is malformed ends in <see cref="ErrorCodes.CorruptData"/>.</summary>
internal ref struct FieldReader(ReadOnlySpan<byte> source)
{
    private const int UuidBytes = 16;
    private const int WireTypeBits = 3;
    private const int LargestField = 0x7FF;

    private ReadOnlySpan<byte> _rest = source;
    private WireType _wireType;

    /// <summary>Number of the current field.</summary>
    public int Field { get; private set; }

    /// <summary>True when nothing is left.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Goes to the next field; false at the end. The value of the field before must have been read or skipped.</summary>
    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = ReadRawVarint();
        var field = tag >> WireTypeBits;
        if (field is 0 or > LargestField)
        {
            throw CorruptRecord.Because($"{field} is not a field number");
        }

        Field = (int)field;
        _wireType = (WireType)(tag & ((1 << WireTypeBits) - 1));
        return true;
    }

    /// <summary>Passes over the current field, which a later version may have added.</summary>
    public void Skip()
    {
        switch (_wireType)
        {
            case WireType.Varint: ReadRawVarint(); break;
            case WireType.Fixed64: Take(sizeof(ulong)); break;
            case WireType.Bytes: ReadRawBytes(); break;
            case WireType.Fixed128: Take(UuidBytes); break;
            default: throw CorruptRecord.Because($"{(int)_wireType} is not a wire type");
        }
    }

    public long ReadInt64()
    {
        Expect(WireType.Varint);
        return (long)ReadRawVarint();
    }

    public int ReadInt32()
    {
        var value = ReadInt64();
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw CorruptRecord.Because($"{value} does not fit 32 bits");
    }

    public bool ReadFlag() => ReadInt64() != 0;

    public TimeSpan ReadDuration()
    {
        var zigZag = (ulong)ReadInt64();
        return new TimeSpan((long)(zigZag >> 1) ^ -(long)(zigZag & 1));
    }

    public DateTimeOffset ReadInstant()
    {
        Expect(WireType.Varint);
        return ReadRawInstant();
    }

    public double ReadDouble()
    {
        Expect(WireType.Fixed64);
        return BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));
    }

    public RunId ReadRunId()
    {
        Expect(WireType.Fixed128);
        return new RunId(new Guid(Take(UuidBytes), bigEndian: true));
    }

    public string ReadText()
    {
        Expect(WireType.Bytes);
        return ReadRawText();
    }

    /// <summary>Reads a text that few values fill many times (a type, a task queue, an identity) and shares its string.</summary>
    public string ReadName()
    {
        Expect(WireType.Bytes);
        return NameCache.Get(ReadRawBytes());
    }

    public byte[] ReadBytes()
    {
        Expect(WireType.Bytes);
        return ReadRawBytes().ToArray();
    }

    /// <summary>The content of a nested message.</summary>
    public FieldReader ReadMessage()
    {
        Expect(WireType.Bytes);
        return ReadRawMessage();
    }

    /// <summary>The content of a length-prefixed message without a tag.</summary>
    public FieldReader ReadRawMessage() => new(ReadRawBytes());

    public string ReadRawText() => Decode(ReadRawBytes());

    public int ReadRawByte() => Take(1)[0];

    public DateTimeOffset ReadRawInstant()
    {
        var ticks = ReadRawVarint();
        return ticks <= (ulong)DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset((long)ticks, TimeSpan.Zero)
            : throw CorruptRecord.Because($"{ticks} ticks are no point in time");
    }

    public ulong ReadRawVarint()
    {
        var length = Varint.Read(_rest, out var value);
        if (length == 0)
        {
            throw CorruptRecord.Because("a number is cut off or too long");
        }

        _rest = _rest[length..];
        return value;
    }

    public ReadOnlySpan<byte> ReadRawBytes()
    {
        var length = ReadRawVarint();
        return length <= (ulong)_rest.Length
            ? Take((int)length)
            : throw CorruptRecord.Because($"a field says that it has {length} bytes where {_rest.Length} are left");
    }

    /// <summary>Decodes UTF-8 and refuses what is not.</summary>
    public static string Decode(ReadOnlySpan<byte> utf8) =>
        Utf8.IsValid(utf8) ? Encoding.UTF8.GetString(utf8) : throw CorruptRecord.Because("a text is not UTF-8");

    private ReadOnlySpan<byte> Take(int byteCount)
    {
        if (byteCount > _rest.Length)
        {
            throw CorruptRecord.Because($"{byteCount} bytes are wanted where {_rest.Length} are left");
        }

        var taken = _rest[..byteCount];
        _rest = _rest[byteCount..];
        return taken;
    }

    private readonly void Expect(WireType expected)
    {
        if (_wireType != expected)
        {
            throw CorruptRecord.Because($"field {Field} has wire type {(int)_wireType} instead of {(int)expected}");
        }
    }
}
