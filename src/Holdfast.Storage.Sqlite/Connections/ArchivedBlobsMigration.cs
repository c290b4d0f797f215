namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Version 7 of the schema: blobs that archived runs refer to are kept.</summary>
internal static class ArchivedBlobsMigration
{
    /// <summary>What the version adds.</summary>
    public static readonly string[] Statements =
    [
        "CREATE TABLE archived_blobs (blob BLOB NOT NULL PRIMARY KEY CHECK (length(blob) = 32)) WITHOUT ROWID",
        "PRAGMA user_version = 7",
    ];

    /// <summary>Brings a file of version 6 to version 7; its caller holds a transaction.</summary>
    /// <returns>False when the file is of another version.</returns>
    public static bool Run(Connection connection)
    {
        // Another process may have brought it there since its version was read.
        if (connection.ExecuteInt64("PRAGMA user_version") != 6)
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
