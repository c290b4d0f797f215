namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Version 6 of the schema: open runs say where they stand with the limits on starts, and limits of task queues that clients set are kept.</summary>
internal static class LimitsMigration
{
    /// <summary>What the version adds.</summary>
    public static readonly string[] Statements =
    [
        "ALTER TABLE runs ADD COLUMN start_permit BLOB",
        "CREATE TABLE task_queue_limits (namespace TEXT NOT NULL, task_queue TEXT NOT NULL, limits BLOB NOT NULL, PRIMARY KEY (namespace, task_queue)) WITHOUT ROWID",
        "PRAGMA user_version = 6",
    ];

    /// <summary>Brings a file of version 5 to version 6; its caller holds a transaction.</summary>
    /// <returns>False when the file is of another version.</returns>
    public static bool Run(Connection connection)
    {
        // Another process may have brought it there since its version was read.
        if (connection.ExecuteInt64("PRAGMA user_version") != 5)
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
