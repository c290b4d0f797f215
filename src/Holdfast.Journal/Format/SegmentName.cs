using System.Globalization;

namespace Holdfast.Journaling.Format;

/// <summary>The names of the journal's files.</summary>
internal static class SegmentName
{
    private const int Digits = 16;
    private const char LineMark = '-';
    private const string SegmentSuffix = ".log";
    private const string SpareSuffix = ".spare";
    private const string UnfinishedSuffix = ".unfinished";

    public static string Segment(long number) => Name(number, line: 0, SegmentSuffix);

    /// <summary>A file of a segment's size that waits for its turn.</summary>
    /// <param name="number">The segment that it was made for, or was.</param>
    /// <param name="line">Which take-over its maker descends from; 0: none.</param>
    public static string Spare(long number, long line = 0) => Name(number, line, SpareSuffix);

    /// <summary>A spare that is still being filled with zeros.</summary>
    public static string Unfinished(long number, long line = 0) => Name(number, line, UnfinishedSuffix);

    public static bool TryParseSegment(string name, out long number) => TryParse(name, SegmentSuffix, out number, out long line) && line == 0;

    public static bool TryParseSpare(string name, out long line) => TryParse(name, SpareSuffix, out _, out line);

    public static bool IsUnfinished(string name) => TryParse(name, UnfinishedSuffix, out _, out _);

    private static string Name(long number, long line, string suffix) => line == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{number:D16}{suffix}")
        : string.Create(CultureInfo.InvariantCulture, $"{number:D16}{LineMark}{line}{suffix}");

    private static bool TryParse(string name, string suffix, out long number, out long line)
    {
        number = 0;
        line = 0;
        if (!name.EndsWith(suffix, StringComparison.Ordinal) || name.Length < Digits + suffix.Length || !IsNumber(name.AsSpan(0, Digits), out number))
        {
            return false;
        }

        ReadOnlySpan<char> rest = name.AsSpan(Digits, name.Length - Digits - suffix.Length);
        return rest.IsEmpty || (rest[0] == LineMark && IsNumber(rest[1..], out line) && line > 0);
    }

    private static bool IsNumber(ReadOnlySpan<char> digits, out long number) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
