namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Version 2 of the schema: the store knows which runs were deleted of which the journal may hold records.</summary>
internal static class DeletedRunsMigration
{
    /// <summary>The step.</summary>
    public static readonly StoreMigration Migration = new(
        2,
        [
            "CREATE TABLE deleted_runs (run_id BLOB NOT NULL PRIMARY KEY CHECK (length(run_id) = 16), last_lsn INTEGER NOT NULL) WITHOUT ROWID",
            "CREATE INDEX deleted_runs_by_last_lsn ON deleted_runs (last_lsn)",
        ]);
}
