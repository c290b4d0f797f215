using System.Globalization;

namespace Holdfast.Journaling.Format;

/// <summary>The names of the journal's files.</summary>
internal static class SegmentName
{
    private const int Digits = 16;
    private const string SegmentSuffix = ".log";
    private const string SpareSuffix = ".spare";
    private const string UnfinishedSuffix = ".unfinished";

    public static string Segment(long number) => Name(number, SegmentSuffix);

    /// <summary>A file of a segment's size that waits for its turn.</summary>
    public static string Spare(long number) => Name(number, SpareSuffix);

    /// <summary>A spare that is still being filled with zeros.</summary>
    public static string Unfinished(long number) => Name(number, UnfinishedSuffix);

    public static bool TryParseSegment(string name, out long number) => TryParse(name, SegmentSuffix, out number);

    public static bool IsSpare(string name) => TryParse(name, SpareSuffix, out _);

    public static bool IsUnfinished(string name) => TryParse(name, UnfinishedSuffix, out _);

    private static string Name(long number, string suffix) => number.ToString("D16", CultureInfo.InvariantCulture) + suffix;

    private static bool TryParse(string name, string suffix, out long number)
    {
        number = 0;
        return name.Length == Digits + suffix.Length
            && name.EndsWith(suffix, StringComparison.Ordinal)
            && long.TryParse(name.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
