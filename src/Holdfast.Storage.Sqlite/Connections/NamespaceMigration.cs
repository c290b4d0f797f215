namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Version 5 of the schema: namespaces are registered.</summary>
internal static class NamespaceMigration
{
    /// <summary>What the version adds.</summary>
    public static readonly string[] Statements =
    [
        "CREATE TABLE namespaces (name TEXT NOT NULL PRIMARY KEY, document BLOB NOT NULL) WITHOUT ROWID",
        "PRAGMA user_version = 5",
    ];

    /// <summary>Brings a file of version 4 to version 5; its caller holds a transaction.</summary>
    /// <returns>False when the file is of another version.</returns>
    public static bool Run(Connection connection)
    {
        // Another process may have brought it there since its version was read.
        if (connection.ExecuteInt64("PRAGMA user_version") != 4)
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
