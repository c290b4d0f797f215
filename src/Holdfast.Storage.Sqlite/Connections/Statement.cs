using System.Text;
using Holdfast.Protocol;
using SQLitePCL;

namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>A prepared statement. Parameters are bound one after the other, columns read by index.</summary>
internal sealed class Statement(Connection connection, sqlite3_stmt handle) : IDisposable
{
    private const int RunIdBytes = 16;
    private const int StackBufferBytes = 512;

    private int _boundCount;

    /// <summary>Forgets the parameters and the rows of the last use.</summary>
    public void Clear()
    {
        raw.sqlite3_reset(handle);
        _boundCount = 0;
    }

    public Statement Bind(long value)
    {
        connection.Check(raw.sqlite3_bind_int64(handle, ++_boundCount, value));
        return this;
    }

    public Statement Bind(double value)
    {
        connection.Check(raw.sqlite3_bind_double(handle, ++_boundCount, value));
        return this;
    }

    public Statement Bind(long? value) => value is { } present ? Bind(present) : BindNull();

    public Statement Bind(bool value) => Bind(value ? 1L : 0L);

    public Statement Bind(DateTimeOffset value) => Bind(value.UtcTicks);

    public Statement Bind(DateTimeOffset? value) => Bind(value?.UtcTicks);

    public Statement Bind(string? value)
    {
        if (value is null)
        {
            return BindNull();
        }

        var byteCount = Encoding.UTF8.GetByteCount(value);
        Span<byte> utf8 = byteCount <= StackBufferBytes ? stackalloc byte[byteCount] : new byte[byteCount];
        Encoding.UTF8.GetBytes(value, utf8);
        return BindUtf8(utf8);
    }

    /// <summary>Binds bytes as text; they are compared as bytes and need not be valid UTF-8.</summary>
    public Statement BindUtf8(ReadOnlySpan<byte> utf8)
    {
        // An empty span has no address, which SQLite takes for NULL.
        connection.Check(utf8.IsEmpty ? raw.sqlite3_bind_text(handle, ++_boundCount, string.Empty) : raw.sqlite3_bind_text(handle, ++_boundCount, utf8));
        return this;
    }

    public Statement Bind(RunId value)
    {
        Span<byte> bytes = stackalloc byte[RunIdBytes];
        value.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return BindBytes(bytes);
    }

    public Statement Bind(RunId? value) => value is { } present ? Bind(present) : BindNull();

    public Statement Bind(BlobId value)
    {
        Span<byte> hash = stackalloc byte[BlobId.HashBytes];
        value.CopyTo(hash);
        return BindBytes(hash);
    }

    public Statement BindBytes(ReadOnlySpan<byte> value)
    {
        connection.Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, ++_boundCount, 0) : raw.sqlite3_bind_blob(handle, ++_boundCount, value));
        return this;
    }

    public Statement BindNull()
    {
        connection.Check(raw.sqlite3_bind_null(handle, ++_boundCount));
        return this;
    }

    /// <summary>Goes to the next row; false behind the last one.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        var error = code == raw.SQLITE_DONE ? null : connection.Error(code);
        raw.sqlite3_reset(handle);
        return error is null ? false : throw error;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Execute() => Invariant.That(!Step(), "the statement gives no rows");

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => raw.sqlite3_column_int64(handle, column);

    public bool GetFlag(int column) => GetInt64(column) != 0;

    public string GetText(int column) => Encoding.UTF8.GetString(GetBytes(column));

    public DateTimeOffset GetInstant(int column)
    {
        var ticks = GetInt64(column);
        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw connection.File.Error(raw.SQLITE_CORRUPT, $"{ticks} ticks are no point in time");
    }

    public DateTimeOffset? GetOptionalInstant(int column) => IsNull(column) ? null : GetInstant(column);

    public RunId GetRunId(int column)
    {
        var bytes = GetBytes(column);
        return bytes.Length == RunIdBytes
            ? new RunId(new Guid(bytes, bigEndian: true))
            : throw connection.File.Error(raw.SQLITE_CORRUPT, $"a run ID has {bytes.Length} bytes");
    }

    public BlobId GetBlobId(int column)
    {
        var hash = GetBytes(column);
        return hash.Length == BlobId.HashBytes
            ? BlobId.Of(hash)
            : throw connection.File.Error(raw.SQLITE_CORRUPT, $"a blob's hash has {hash.Length} bytes");
    }

    /// <summary>Bytes of a text or blob; valid until the next step.</summary>
    public ReadOnlySpan<byte> GetBytes(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => handle.Dispose();
}
