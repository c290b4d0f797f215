using System.Text;

namespace Holdfast.Cli.Demo.Ledger;

/// <summary>Reads a file of lines, also while it is being written: each reading gives the whole lines that were added since the last.</summary>
internal sealed class LineReader(string path)
{
    private readonly List<byte> _unfinished = [];
    private long _position;

    /// <summary>The lines that were added.</summary>
    public IReadOnlyList<string> ReadNew()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        if (stream.Length == _position)
        {
            return [];
        }

        stream.Seek(_position, SeekOrigin.Begin);
        var bytes = new byte[stream.Length - _position];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        _position += read;
        return LinesIn(bytes.AsSpan(0, read));
    }

    private List<string> LinesIn(ReadOnlySpan<byte> bytes)
    {
        List<string> lines = [];
        foreach (var value in bytes)
        {
            if (value == '\n')
            {
                lines.Add(Encoding.UTF8.GetString([.. _unfinished]));
                _unfinished.Clear();
            }
            else
            {
                _unfinished.Add(value);
            }
        }

        return lines;
    }
}
