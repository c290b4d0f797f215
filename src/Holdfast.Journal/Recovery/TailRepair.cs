namespace Holdfast.Journaling.Recovery;

/// <summary>Makes the last segment's tail safe to append to.</summary>
internal static class TailRepair
{
    private const int ChunkBytes = 1 << 20;

    /// <summary>
    /// Writes the records again that are not known to be durable, and zeros over everything behind them, then flushes.
    /// </summary>
    /// <remarks>
    /// After a failed flush the operating system may show written bytes that are not on the disk and that no further
    /// flush would put there; recovery has just accepted them, so they are written anew. The zeros keep a record of
    /// a torn group from standing behind a later append.
    /// </remarks>
    public static void Run(IDiskFile file, SegmentReader reader, int durableEnd, int end)
    {
        int usedEnd = TailScan.UsedEnd(reader, end);
        if (durableEnd == end && usedEnd == end)
        {
            return;
        }

        byte[] chunk = new byte[Math.Min(ChunkBytes, reader.SegmentBytes)];
        WriteAgain(file, reader, durableEnd, end, chunk);
        WriteZeros(file, end, usedEnd, chunk);
        file.Flush();
    }

    private static void WriteAgain(IDiskFile file, SegmentReader reader, int start, int end, byte[] chunk)
    {
        for (int offset = start; offset < end; offset += chunk.Length)
        {
            Span<byte> bytes = chunk.AsSpan(0, Math.Min(chunk.Length, end - offset));
            reader.Read(offset, bytes.Length).CopyTo(bytes);
            file.Write(bytes, offset);
        }
    }

    private static void WriteZeros(IDiskFile file, int start, int end, byte[] chunk)
    {
        Array.Clear(chunk);
        for (int offset = start; offset < end; offset += chunk.Length)
        {
            file.Write(chunk.AsSpan(0, Math.Min(chunk.Length, end - offset)), offset);
        }
    }
}
