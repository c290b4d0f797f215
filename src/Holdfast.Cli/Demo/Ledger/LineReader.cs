using System.Text;

namespace Holdfast.Cli.Demo.Ledger;

/// <summary>Reads a file of lines, also while it is being written: each reading gives the whole lines that were added since the last.</summary>
internal sealed class LineReader(string path)
{
    private readonly List<byte> unfinished = [];
    private long position;

    /// <summary>The lines that were added.</summary>
    public IReadOnlyList<string> ReadNew()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        if (stream.Length == position)
        {
            return [];
        }

        stream.Seek(position, SeekOrigin.Begin);
        var bytes = new byte[stream.Length - position];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        position += read;
        return LinesIn(bytes.AsSpan(0, read));
    }

    private List<string> LinesIn(ReadOnlySpan<byte> bytes)
    {
        List<string> lines = [];
        foreach (var value in bytes)
        {
            if (value == '\n')
            {
                lines.Add(Encoding.UTF8.GetString([.. unfinished]));
                unfinished.Clear();
            }
            else
            {
                unfinished.Add(value);
            }
        }

        return lines;
    }
}
