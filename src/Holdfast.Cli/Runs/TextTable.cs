using System.Globalization;
using System.Text.Json;

namespace Holdfast.Cli.Runs;

/// <summary>Tables of plain text: they can be read, cut and searched.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    public static void Write(TextWriter output, IReadOnlyList<string> columns, IReadOnlyList<string[]> rows)
    {
        var widths = columns.Select((c, i) => rows.Select(r => r[i].Length).Append(c.Length).Max()).ToArray();
        WriteRow(output, columns, widths);
        foreach (var row in rows)
        {
            WriteRow(output, row, widths);
        }
    }

    /// <summary>A point in time as UTC to the second.</summary>
    public static string Time(JsonElement value) => value.GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A name in upper snake case as words written together.</summary>
    public static string PascalCase(string upperSnake) => string.Concat(upperSnake.Split('_').Select(word => $"{word[0]}{word[1..].ToLowerInvariant()}"));

    private static void WriteRow(TextWriter output, IReadOnlyList<string> cells, int[] widths) =>
        output.WriteLine(string.Join(Gap, cells.Select((c, i) => c.PadRight(widths[i]))).TrimEnd());
}
