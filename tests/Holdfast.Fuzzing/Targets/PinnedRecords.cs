using System.Reflection;

namespace Holdfast.Fuzzing;

/// <summary>The records that the format's snapshots pin: one of each type, every field set.</summary>
internal static class PinnedRecords
{
    private const string Prefix = "record-format-";

    /// <summary>The bytes of the lines whose name fits.</summary>
    public static byte[][] Where(Func<string, bool> isWanted) =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(Lines)
            .Select(l => l.Split(' '))
            .Where(l => l.Length == 2 && isWanted(l[0]))
            .Select(l => Convert.FromHexString(l[1])),
    ];

    private static string[] Lines(string resource)
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
