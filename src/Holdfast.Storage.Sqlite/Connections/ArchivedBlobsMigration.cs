namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Version 7 of the schema: blobs that archived runs refer to are kept.</summary>
internal static class ArchivedBlobsMigration
{
    /// <summary>The step.</summary>
    public static readonly StoreMigration Migration = new(
        7,
        [
            "CREATE TABLE archived_blobs (blob BLOB NOT NULL PRIMARY KEY CHECK (length(blob) = 32)) WITHOUT ROWID",
        ]);
}
