using System.Diagnostics.CodeAnalysis;
using Holdfast.Protocol;
using SQLitePCL;

namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>An open connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly StoreFile _file;
    
    /// <summary>By the very text, which is a constant: to hash and compare it would take as long as a short statement.</summary>
    private readonly Dictionary<object, Statement> _statements = new(ReferenceEqualityComparer.Instance);

    private Connection(sqlite3 handle, StoreFile file)
    {
        _handle = handle;
        _file = file;
    }

    /// <summary>Rows that the last INSERT, UPDATE or DELETE touched, without those of cascades.</summary>
    public int ChangedRowCount => raw.sqlite3_changes(_handle);

    /// <summary>The file behind the connection.</summary>
    public StoreFile File => _file;

    /// <summary>Opens the file, creating it when it does not exist.</summary>
    public static Connection Open(StoreFile file, TimeSpan busyTimeout)
    {
        const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        var code = raw.sqlite3_open_v2(file.Path, out var handle, Flags, null);
        if (code != raw.SQLITE_OK)
        {
            using (handle)
            {
                throw file.Error(code, raw.sqlite3_errstr(code).utf8_to_string());
            }
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, (int)busyTimeout.TotalMilliseconds);
        return new Connection(handle, file);
    }

    /// <summary>The prepared statement of a text, which must be a constant: statements are kept. Its parameters are cleared.</summary>
    public Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = Compile(sql, raw.SQLITE_PREPARE_PERSISTENT);
        }

        statement.Clear();
        return statement;
    }

    /// <summary>A statement of any text, prepared for one use; its caller disposes of it.</summary>
    public Statement PrepareOnce(string sql) => Compile(sql, flags: 0);

    /// <summary>Runs a statement without parameters once.</summary>
    public void Execute(string sql)
    {
        using var statement = Compile(sql, flags: 0);
        while (statement.Step())
        {
        }
    }

    /// <summary>Runs a statement once and gives the first column of its first row.</summary>
    public long ExecuteInt64(string sql)
    {
        using var statement = Compile(sql, flags: 0);
        return statement.Step() ? statement.GetInt64(0) : 0;
    }

    /// <summary>Runs the work in a transaction; any error undoes it.</summary>
    public T InTransaction<T>(string begin, Func<Connection, T> work)
    {
        Prepare(begin).Execute();
        try
        {
            var result = work(this);
            Prepare("COMMIT").Execute();
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Throws when the code is not that of success.</summary>
    public void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Error(code);
        }
    }

    /// <summary>The error for a result code.</summary>
    public HoldfastException Error(int code) => _file.Error(code, raw.sqlite3_errmsg(_handle).utf8_to_string());

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _handle.Dispose();
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The statement owns what was prepared.")]
    private Statement Compile(string sql, uint flags)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, flags, out var prepared));
        return new Statement(this, prepared);
    }

    private void RollBack()
    {
        // SQLite has rolled back by itself after some errors (a full disk, an I/O error).
        if (raw.sqlite3_get_autocommit(_handle) != 0)
        {
            return;
        }

        try
        {
            Prepare("ROLLBACK").Execute();
        }
        catch (HoldfastException)
        {
            // What made the rollback necessary says more; a transaction that stays open makes the next BEGIN fail.
        }
    }
}
