namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Version 2 of the schema: the store knows which runs were deleted of which the journal may hold records.</summary>
internal static class DeletedRunsMigration
{
    /// <summary>What the version adds.</summary>
    public static readonly string[] Statements =
    [
        "CREATE TABLE deleted_runs (run_id BLOB NOT NULL PRIMARY KEY CHECK (length(run_id) = 16), last_lsn INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE INDEX deleted_runs_by_last_lsn ON deleted_runs (last_lsn)",
        "PRAGMA user_version = 2",
    ];

    /// <summary>Brings a file of version 1 to version 2; its caller holds a transaction.</summary>
    /// <returns>False when the file is of another version.</returns>
    public static bool Run(Connection connection)
    {
        // Another process may have brought it there since its version was read.
        if (connection.ExecuteInt64("PRAGMA user_version") != 1)
        {
            return false;
        }

        foreach (var statement in Statements)
        {
            connection.Execute(statement);
        }

        return true;
    }
}
