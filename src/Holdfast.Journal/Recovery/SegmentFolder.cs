using System.Globalization;
using Holdfast.Journaling.Format;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Recovery;

/// <summary>Reads the headers of all segments and checks that they form one log.</summary>
internal static class SegmentFolder
{
    /// <summary>The headers, oldest segment first.</summary>
    /// <exception cref="JournalDamagedException">A header is damaged, a segment is missing, or two do not join.</exception>
    public static IReadOnlyList<SegmentHeader> ReadHeaders(IDisk disk, IEnumerable<string> names)
    {
        List<long> numbers = [];
        foreach (string name in names)
        {
            if (SegmentName.TryParseSegment(name, out long number))
            {
                numbers.Add(number);
            }
        }

        numbers.Sort();
        ThrowIfGap(numbers);
        List<SegmentHeader> headers = [.. numbers.Select(number => ReadHeader(disk, number))];
        ThrowUnlessJoined(headers);
        return headers;
    }

    private static void ThrowIfGap(List<long> numbers)
    {
        for (int i = 1; i < numbers.Count; i++)
        {
            long expected = numbers[i - 1] + 1;
            if (numbers[i] != expected)
            {
                throw new JournalDamagedException(
                    ErrorCodes.JournalSegmentMissing, SegmentName.Segment(expected), 0, "a segment between two others", "no such file", Mending.PutFileBack);
            }
        }
    }

    private static SegmentHeader ReadHeader(IDisk disk, long number)
    {
        string name = SegmentName.Segment(number);
        using IDiskFile file = disk.Open(name);
        Span<byte> sector = stackalloc byte[SegmentHeader.Bytes];
        int read = file.Read(sector, 0);
        uint? version = SegmentHeader.ReadVersion(sector[..read]);
        if (version is null)
        {
            throw new JournalDamagedException(
                ErrorCodes.JournalSegmentHeaderDamaged, name, 0, "a segment header", "bytes that do not match its checksum", Mending.RestoreBackup);
        }

        if (version != SegmentHeader.CurrentVersion)
        {
            throw new JournalDamagedException(
                ErrorCodes.JournalFormatUnsupported, name, 0, Text($"format version {SegmentHeader.CurrentVersion}"), Text($"format version {version}"), Mending.Upgrade);
        }

        SegmentHeader header = SegmentHeader.Read(sector);
        ThrowUnlessPlausible(header, number, file.Length);
        return header;
    }

    private static void ThrowUnlessPlausible(SegmentHeader header, long number, long length)
    {
        string name = SegmentName.Segment(number);
        if (header.Number != number || header.FirstLsn < 1 || header.SegmentBytes < SegmentHeader.MinSegmentBytes)
        {
            throw new JournalDamagedException(
                ErrorCodes.JournalSegmentHeaderDamaged, name, 0, Text($"the header of segment {number}"), Text($"the header of segment {header.Number}"), Mending.RestoreBackup);
        }

        if (length != header.SegmentBytes)
        {
            throw new JournalDamagedException(
                ErrorCodes.JournalSegmentLengthWrong, name, length, Text($"a file of {header.SegmentBytes} bytes"), Text($"{length} bytes"), Mending.RestoreBackup);
        }
    }

    private static void ThrowUnlessJoined(List<SegmentHeader> headers)
    {
        for (int i = 1; i < headers.Count; i++)
        {
            SegmentHeader before = headers[i - 1];
            SegmentHeader header = headers[i];
            if (header.FirstLsn < before.FirstLsn || header.Epoch < before.Epoch)
            {
                throw new JournalDamagedException(
                    ErrorCodes.JournalSegmentsDoNotJoin,
                    SegmentName.Segment(header.Number),
                    0,
                    Text($"a first LSN from {before.FirstLsn} and an epoch from {before.Epoch} on"),
                    Text($"first LSN {header.FirstLsn} and epoch {header.Epoch}"),
                    Mending.RestoreBackup);
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
