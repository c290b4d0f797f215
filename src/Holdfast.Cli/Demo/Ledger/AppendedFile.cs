using System.Text;

namespace Holdfast.Cli.Demo.Ledger;

/// <summary>A file to which whole lines are added, each with one write, straight to the operating system: what was written survives the process.</summary>
/// <remarks>One process at a time writes to it. Safe from any thread.</remarks>
internal sealed class AppendedFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _stream;

    public AppendedFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        EndBrokenLine();
    }

    /// <summary>Adds a line.</summary>
    /// <param name="line">Makes the line, alone among the writers.</param>
    public void Add(Func<string> line)
    {
        lock (_gate)
        {
            _stream.Write(Encoding.UTF8.GetBytes(line() + "\n"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    /// <summary>A process that is killed while it writes may leave part of a line; the next line must not run into it.</summary>
    private void EndBrokenLine()
    {
        if (_stream.Length == 0)
        {
            return;
        }

        _stream.Seek(-1, SeekOrigin.End);
        if (_stream.ReadByte() != '\n')
        {
            _stream.WriteByte((byte)'\n');
        }
    }
}
