using System.Text;

namespace Holdfast.Cli.Demo.Tools;

/// <summary>A file's text, as far as it is text.</summary>
internal static class TextFile
{
    // Where tools commonly look for a zero byte to tell text from other content.
    private const int SniffedBytes = 8_000;

    /// <summary>The lines of a file; null when it is binary, too large to be looked at, or not to be read by this user.</summary>
    public static IReadOnlyList<string>? ReadLines(FileInfo file)
    {
        // Pipes and devices have no length either, and opening one could take forever.
        if (file.Length == 0)
        {
            return [];
        }

        return file.Length <= ToolLimits.MaxTextBytes && ReadBytes(file) is { } bytes ? LinesOf(bytes) : null;
    }

    /// <summary>A line as it is shown: cut when it is long.</summary>
    public static string Shown(string line) => line.Length <= ToolLimits.MaxLineChars ? line : string.Concat(line.AsSpan(0, ToolLimits.MaxLineChars), " …");

    private static byte[]? ReadBytes(FileInfo file)
    {
        try
        {
            return File.ReadAllBytes(file.FullName);
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static List<string>? LinesOf(byte[] bytes)
    {
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
}
