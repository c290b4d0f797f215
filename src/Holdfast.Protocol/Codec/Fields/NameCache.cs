using System.Runtime.InteropServices;

namespace Holdfast.Protocol.Codec;

/// <summary>Shares the strings of short names that occur in record after record.</summary>
/// <remarks>
/// A fixed table without locks: an entry is immutable and replaced as a whole, so that a race costs a second decoding and nothing else.
/// It holds at most <see cref="SlotCount"/> names of <see cref="LongestNameBytes"/> bytes.
/// </remarks>
internal static class NameCache
{
    private const int SlotCount = 1024;
    private const int LongestNameBytes = 64;

    private static readonly Entry?[] Slots = new Entry?[SlotCount];

    /// <summary>The text of the UTF-8 bytes.</summary>
    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return string.Empty;
        }

        return utf8.Length > LongestNameBytes ? FieldReader.Decode(utf8) : GetShort(utf8);
    }

    private static string GetShort(ReadOnlySpan<byte> utf8)
    {
        ref var slot = ref Slots[Hash(utf8) % SlotCount];
        var entry = Volatile.Read(ref slot);
        if (entry is not null && utf8.SequenceEqual(entry.Utf8))
        {
            return entry.Text;
        }

        var text = FieldReader.Decode(utf8);
        Volatile.Write(ref slot, new Entry(utf8.ToArray(), text));
        return text;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        var hash = (ulong)utf8.Length;
        var words = MemoryMarshal.Cast<byte, ulong>(utf8);
        foreach (var word in words)
        {
            hash = (hash ^ word) * Multiplier;
            hash ^= hash >> 32;
        }

        foreach (var b in utf8[(words.Length * sizeof(ulong))..])
        {
            hash = (hash ^ b) * Multiplier;
        }

        return (uint)(hash >> 32);
    }

    private sealed record Entry(byte[] Utf8, string Text);
}
