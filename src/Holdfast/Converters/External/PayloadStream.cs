using System.Runtime.InteropServices;

namespace Holdfast.Definitions;

/// <summary>The bytes of a payload as a stream.</summary>
internal static class PayloadStream
{
    /// <summary>Reads the bytes where they are, when they are an array; else a copy of them.</summary>
    public static MemoryStream Of(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}
