namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Version 6 of the schema: open runs say where they stand with the limits on starts, and limits of task queues that clients set are kept.</summary>
internal static class LimitsMigration
{
    /// <summary>The step.</summary>
    public static readonly StoreMigration Migration = new(
        6,
        [
            "ALTER TABLE runs ADD COLUMN start_permit BLOB",
            "CREATE TABLE task_queue_limits (namespace TEXT NOT NULL, task_queue TEXT NOT NULL, limits BLOB NOT NULL, PRIMARY KEY (namespace, task_queue)) WITHOUT ROWID",
        ]);
}
