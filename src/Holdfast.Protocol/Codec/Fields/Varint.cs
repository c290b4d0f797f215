using System.Numerics;

namespace Holdfast.Protocol.Codec;

/// <summary>Unsigned LEB128: seven bits a byte, lowest first, the top bit says that another byte follows.</summary>
internal static class Varint
{
    /// <summary>Bytes of the longest varint.</summary>
    public const int MaximumBytes = 10;

    /// <summary>Bytes that the value takes, 1 to 10.</summary>
    public static int SizeOf(ulong value) => (BitOperations.Log2(value | 1) / 7) + 1;

    /// <summary>Writes the value to the start of the span; gives the number of bytes.</summary>
    public static int Write(Span<byte> target, ulong value)
    {
        var length = 0;
        while (value >= 0x80)
        {
            target[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[length++] = (byte)value;
        return length;
    }

    /// <summary>Reads a value from the start of the span; gives the number of bytes, 0 when the span ends too early or the value needs more than 64 bits.</summary>
    public static int Read(ReadOnlySpan<byte> source, out ulong value)
    {
        value = 0;
        var limit = Math.Min(source.Length, MaximumBytes);
        for (var i = 0; i < limit; i++)
        {
            ulong bits = source[i] & 0x7Fu;
            if (i == MaximumBytes - 1 && bits > 1)
            {
                return 0;
            }

            value |= bits << (7 * i);
            if (source[i] < 0x80)
            {
                return i + 1;
            }
        }

        return 0;
    }
}
