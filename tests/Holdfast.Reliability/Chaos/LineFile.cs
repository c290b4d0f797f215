using System.Text;

namespace Holdfast.Reliability;

/// <summary>A file that lines are appended to, each by one write, so that a killed process leaves whole lines or none.</summary>
/// <param name="path">Where it is.</param>
public sealed class LineFile(string path)
{
    private readonly Lock _gate = new();

    /// <summary>Its length in bytes; 0 before the first line.</summary>
    public long Length => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>Appends a line.</summary>
    public void Append(string line)
    {
        lock (_gate)
        {
            using FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
    }

    /// <summary>The lines, each split at its blanks.</summary>
    public IReadOnlyList<string[]> Read() => File.Exists(path) ? [.. File.ReadAllLines(path).Where(l => l.Length > 0).Select(l => l.Split(' '))] : [];
}
