using System.Text;

namespace Holdfast.Cli.Demo.Tools;

/// <summary>A file's text, as far as it is text.</summary>
internal static class TextFile
{
    // Where tools commonly look for a zero byte to tell text from other content.
    private const int SniffedBytes = 8_000;

    /// <summary>The lines of a file; null when it is binary or too large to be looked at.</summary>
    public static IReadOnlyList<string>? ReadLines(FileInfo file)
    {
        if (file.Length > ToolLimits.MaxTextBytes)
        {
            return null;
        }

        var bytes = File.ReadAllBytes(file.FullName);
        if (bytes.AsSpan(0, Math.Min(bytes.Length, SniffedBytes)).Contains((byte)0))
        {
            return null;
        }

        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>A line as it is shown: cut when it is long.</summary>
    public static string Shown(string line) => line.Length <= ToolLimits.MaxLineChars ? line : string.Concat(line.AsSpan(0, ToolLimits.MaxLineChars), " …");
}
