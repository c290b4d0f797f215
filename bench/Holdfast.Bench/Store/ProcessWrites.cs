using System.Globalization;

namespace Holdfast.Bench;

/// <summary>What this process has written so far, as the operating system counts it (Linux; 0 elsewhere).</summary>
internal static class ProcessWrites
{
    private const string CountsFile = "/proc/self/io";
    private const string Label = "wchar: ";

    /// <summary>Bytes given to write calls.</summary>
    public static long Bytes => File.Exists(CountsFile)
        ? long.Parse(File.ReadLines(CountsFile).First(static l => l.StartsWith(Label, StringComparison.Ordinal))[Label.Length..], CultureInfo.InvariantCulture)
        : 0;
}
