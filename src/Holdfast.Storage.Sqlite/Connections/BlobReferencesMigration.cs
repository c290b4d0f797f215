using Holdfast.Storage.Sqlite.Queries;

namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Version 4 of the schema: the store knows which blobs its runs refer to.</summary>
internal static class BlobReferencesMigration
{
    /// <summary>The step.</summary>
    public static readonly StoreMigration Migration = new(
        4,
        [
            """
            CREATE TABLE run_blobs (
                run_id BLOB NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
                blob BLOB NOT NULL CHECK (length(blob) = 32),
                PRIMARY KEY (run_id, blob)
            ) WITHOUT ROWID
            """,
            "CREATE INDEX run_blobs_by_blob ON run_blobs (blob)",
            // A blob without a time was released since the last look.
            "CREATE TABLE released_blobs (blob BLOB NOT NULL PRIMARY KEY CHECK (length(blob) = 32), released_time INTEGER) WITHOUT ROWID",
            "CREATE TRIGGER run_blobs_released AFTER DELETE ON run_blobs BEGIN INSERT OR REPLACE INTO released_blobs (blob, released_time) VALUES (OLD.blob, NULL); END",
        ],
        Fill);

    private const string Chunks = "SELECT run_id, bytes FROM run_records";

    private static void Fill(Connection connection)
    {
        using var chunks = connection.PrepareOnce(Chunks);
        while (chunks.Step())
        {
            BlobQueries.Add(connection, chunks.GetRunId(0), chunks.GetBytes(1));
        }
    }
}
