namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Version 5 of the schema: namespaces are registered.</summary>
internal static class NamespaceMigration
{
    /// <summary>The step.</summary>
    public static readonly StoreMigration Migration = new(
        5,
        [
            "CREATE TABLE namespaces (name TEXT NOT NULL PRIMARY KEY, document BLOB NOT NULL) WITHOUT ROWID",
        ]);
}
