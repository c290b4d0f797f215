using Holdfast.Protocol;
using SQLitePCL;

namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>The file behind the connections: names it in errors, and refuses everything after a failed flush.</summary>
internal sealed class StoreFile(string path)
{
    private const int PrimaryCodeMask = 0xFF;
    private const int FlushFailed = raw.SQLITE_IOERR | (4 << 8);
    private const int DirectoryFlushFailed = raw.SQLITE_IOERR | (5 << 8);

    private volatile string? _refusal;

    /// <summary>The path.</summary>
    public string Path { get; } = path;

    /// <summary>Throws when the store is closed or a flush failed.</summary>
    public void ThrowIfRefused()
    {
        if (_refusal is { } reason)
        {
            throw new HoldfastException(ErrorCodes.StoreClosed, $"The settled store {Path} {reason}.");
        }
    }

    /// <summary>Refuses every later call.</summary>
    public void Close() => _refusal ??= "is closed";

    /// <summary>The error for a result code of SQLite.</summary>
    /// <param name="extendedCode">SQLite's extended result code.</param>
    /// <param name="detail">SQLite's message.</param>
    public HoldfastException Error(int extendedCode, string detail)
    {
        if (extendedCode is FlushFailed or DirectoryFlushFailed)
        {
            _refusal = "has stopped after a failed flush; start the process again so that it recovers from the journal";
        }

        var (code, advice) = Explain(extendedCode & PrimaryCodeMask);
        return new HoldfastException(code, $"{advice} File: {Path}. SQLite says: {detail} (code {extendedCode}).");
    }

    private static (ErrorCode Code, string Advice) Explain(int primaryCode) => primaryCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (ErrorCodes.StoreLocked, "The settled store is locked by another process; end it, or raise the busy timeout."),
        raw.SQLITE_CORRUPT => (ErrorCodes.StoreCorrupt, "The settled store is damaged; restore it and the journal from one backup."),
        raw.SQLITE_NOTADB => (ErrorCodes.StoreForeignFile, "The file is no SQLite database; point the data folder to a place of its own."),
        raw.SQLITE_FULL => (ErrorCodes.StoreDiskFull, "The disk of the settled store is full; make room."),
        raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            (ErrorCodes.StoreInaccessible, "The settled store cannot be opened, read or written; check the folder, its permissions and the disk."),
        _ => (ErrorCodes.StoreFailed, "The settled store failed."),
    };
}
