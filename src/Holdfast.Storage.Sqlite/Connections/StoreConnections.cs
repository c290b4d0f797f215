using SQLitePCL;

namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Opens the connections of a store: one that writes, several that read.</summary>
internal static class StoreConnections
{
    // Settlements touch pages all over the indexes: enough of them stay in memory, and in the log between two checkpoints, to be written once for many runs.
    private const int WriterCacheKibibytes = 64 * 1024;
    private const int PagesBetweenCheckpoints = 8192;

    // A checkpoint truncates a write-ahead log that grew beyond this.
    private const int KeptLogBytes = 64 * 1024 * 1024;

    /// <summary>Opens the connection that writes; creates or checks the schema.</summary>
    public static Connection OpenWriter(StoreFile file, SqliteSettledStoreOptions options) =>
        Configured(
            Connection.Open(file, options.BusyTimeout),
            connection =>
            {
                // Only then may the file be changed.
                StoreSchema.Ensure(connection);
                UseWriteAheadLog(connection);
                connection.Execute("PRAGMA synchronous = FULL");
                connection.Execute("PRAGMA fullfsync = ON");
                connection.Execute("PRAGMA checkpoint_fullfsync = ON");

                // Enforced, they make SQLite keep a copy of every page that a deletion changes; what depends on a run is deleted by DeletionQuery, and verifying looks for orphans.
                connection.Execute("PRAGMA foreign_keys = OFF");

                // Some builds of SQLite overwrite whole pages that come free, which doubles what a deletion writes.
                connection.Execute("PRAGMA secure_delete = FAST");
                connection.Execute($"PRAGMA cache_size = -{WriterCacheKibibytes}");
                connection.Execute($"PRAGMA wal_autocheckpoint = {PagesBetweenCheckpoints}");
                connection.Execute($"PRAGMA journal_size_limit = {KeptLogBytes}");
                LimitSize(connection, options.MaximumFileBytes);
            });

    /// <summary>Opens a connection that reads.</summary>
    public static Connection OpenReader(StoreFile file, SqliteSettledStoreOptions options) =>
        Configured(Connection.Open(file, options.BusyTimeout), connection => connection.Execute("PRAGMA query_only = ON"));

    private static Connection Configured(Connection connection, Action<Connection> configure)
    {
        try
        {
            configure(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void LimitSize(Connection connection, long? maximumFileBytes)
    {
        if (maximumFileBytes is { } bytes)
        {
            connection.Execute($"PRAGMA max_page_count = {bytes / connection.ExecuteInt64("PRAGMA page_size")}");
        }
    }

    private static void UseWriteAheadLog(Connection connection)
    {
        var statement = connection.Prepare("PRAGMA journal_mode = WAL");
        var mode = statement.Step() ? statement.GetText(0) : string.Empty;
        statement.Clear();
        if (mode != "wal")
        {
            throw connection.File.Error(raw.SQLITE_CANTOPEN, $"the file system allows no write-ahead log (journal mode {mode})");
        }
    }
}
