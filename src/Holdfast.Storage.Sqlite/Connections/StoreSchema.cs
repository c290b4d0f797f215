using Holdfast.Protocol;

namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Creates the schema in a new file and refuses a file that is not of this version or not of Holdfast.</summary>
internal static class StoreSchema
{
    /// <summary>Version of the schema, kept as SQLite's user_version.</summary>
    public const int Version = 7;

    /// <summary>"HFST", kept as SQLite's application_id.</summary>
    public const int ApplicationId = 0x48465354;

    /// <summary>The steps from the first version to this one.</summary>
    private static readonly StoreMigration[] Migrations =
    [
        DeletedRunsMigration.Migration,
        SearchAttributeMigration.Migration,
        BlobReferencesMigration.Migration,
        NamespaceMigration.Migration,
        LimitsMigration.Migration,
        ArchivedBlobsMigration.Migration,
    ];

    private static readonly string[] Statements =
    [
        """
        CREATE TABLE runs (
            run_id BLOB NOT NULL PRIMARY KEY CHECK (length(run_id) = 16),
            namespace TEXT NOT NULL,
            workflow_id TEXT NOT NULL,
            workflow_type TEXT NOT NULL,
            task_queue TEXT NOT NULL,
            status INTEGER NOT NULL,
            start_time INTEGER NOT NULL,
            close_time INTEGER,
            first_execution_run_id BLOB NOT NULL,
            start_request_id TEXT NOT NULL,
            covered_lsn INTEGER NOT NULL,
            record_count INTEGER NOT NULL,
            next_wake_up INTEGER,
            owes_parent_notification INTEGER NOT NULL,
            history_length INTEGER NOT NULL,
            history_size_bytes INTEGER NOT NULL,
            parent_namespace TEXT,
            parent_workflow_id TEXT,
            parent_run_id BLOB,
            parent_initiated_event_id INTEGER,
            memo BLOB,
            search_attributes BLOB
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE run_records (
            run_id BLOB NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
            first_index INTEGER NOT NULL,
            count INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (run_id, first_index)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX runs_by_namespace ON runs (namespace, run_id)",
        // The start request lies in the index so that the one run it made is found without a look at the others of a long chain.
        "CREATE INDEX runs_by_workflow ON runs (namespace, workflow_id, run_id, start_request_id)",
        "CREATE INDEX runs_by_type ON runs (namespace, workflow_type, run_id)",
        "CREATE INDEX runs_by_status ON runs (namespace, status, run_id)",
        "CREATE INDEX runs_by_close_time ON runs (namespace, close_time, run_id) WHERE close_time IS NOT NULL",
        "CREATE INDEX runs_open ON runs (run_id) WHERE status = 1",
        "CREATE INDEX runs_unnotified ON runs (run_id) WHERE owes_parent_notification = 1",
        $"PRAGMA application_id = {ApplicationId}",
        .. Migrations.SelectMany(static m => m.Statements),
    ];

    /// <summary>Makes sure that the file has this schema.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.StoreForeignFile"/> or <see cref="ErrorCodes.StoreSchemaUnsupported"/>.</exception>
    public static void Ensure(Connection connection)
    {
        if (IsEmpty(connection))
        {
            connection.InTransaction("BEGIN IMMEDIATE", Create);
        }
        else if (connection.ExecuteInt64("PRAGMA application_id") == ApplicationId && connection.ExecuteInt64("PRAGMA user_version") < Version)
        {
            foreach (var migration in Migrations)
            {
                connection.InTransaction("BEGIN IMMEDIATE", migration.Run);
            }
        }

        Check(connection);
    }

    private static bool IsEmpty(Connection connection) =>
        connection.ExecuteInt64("SELECT count(*) FROM sqlite_master") == 0
        && connection.ExecuteInt64("PRAGMA application_id") == 0
        && connection.ExecuteInt64("PRAGMA user_version") == 0;

    private static bool Create(Connection connection)
    {
        // Another process may have created it since it was found empty.
        if (!IsEmpty(connection))
        {
            return false;
        }

        foreach (var statement in Statements)
        {
            connection.Execute(statement);
        }

        return true;
    }

    private static void Check(Connection connection)
    {
        var path = connection.File.Path;
        var applicationId = connection.ExecuteInt64("PRAGMA application_id");
        if (applicationId != ApplicationId)
        {
            throw new HoldfastException(ErrorCodes.StoreForeignFile, $"The file {path} is a SQLite database of another program (application ID {applicationId}); point the data folder to a place of its own.");
        }

        var version = connection.ExecuteInt64("PRAGMA user_version");
        if (version != Version)
        {
            throw new HoldfastException(ErrorCodes.StoreSchemaUnsupported, $"The settled store {path} has schema version {version}, this version of Holdfast knows version {Version}; run the version that wrote it or a newer one.");
        }
    }
}
