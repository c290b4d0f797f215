using SQLitePCL;

namespace Holdfast.Storage.Sqlite.Tests;

/// <summary>Opens a file behind the store's back, as another program would.</summary>
internal sealed class RawFile : IDisposable
{
    private readonly sqlite3 _handle;

    private RawFile(string path)
    {
        _ = SqliteEngine.Current;
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_open(path, out _handle));
    }

    public static void Execute(string path, string sql)
    {
        using var file = new RawFile(path);
        file.Execute(sql);
    }

    public static string Read(string path, string sql)
    {
        using var file = new RawFile(path);
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(file._handle, sql, out var statement));
        using (statement)
        {
            Assert.Equal(raw.SQLITE_ROW, raw.sqlite3_step(statement));
            return raw.sqlite3_column_text(statement, 0).utf8_to_string();
        }
    }

    /// <summary>Holds the lock of a writer until it is disposed.</summary>
    public static RawFile Lock(string path)
    {
        var file = new RawFile(path);
        file.Execute("BEGIN IMMEDIATE");
        return file;
    }

    public void Dispose() => _handle.Dispose();

    private void Execute(string sql) => Assert.Equal(raw.SQLITE_OK, raw.sqlite3_exec(_handle, sql));
}
