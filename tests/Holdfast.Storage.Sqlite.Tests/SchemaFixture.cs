namespace Holdfast.Storage.Sqlite.Tests;

/// <summary>Files as older versions of the schema wrote them, in SQL.</summary>
internal static class SchemaFixture
{
    private const string DeletedRuns =
        """
        CREATE TABLE deleted_runs (run_id BLOB NOT NULL PRIMARY KEY CHECK (length(run_id) = 16), last_lsn INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX deleted_runs_by_last_lsn ON deleted_runs (last_lsn);
        PRAGMA user_version = 2;
        """;

    public static Task<string> Version1Async(CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "settled-version-1.sql"), cancellationToken);

    public static async Task<string> Version2Async(CancellationToken cancellationToken) => await Version1Async(cancellationToken) + DeletedRuns;
}
