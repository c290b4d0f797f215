using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Which runs were deleted, as long as the journal may hold records of them.</summary>
internal static class DeletedRuns
{
    private const string Insert =
        "INSERT INTO deleted_runs (run_id, last_lsn) VALUES (?, ?) ON CONFLICT (run_id) DO UPDATE SET last_lsn = max(last_lsn, excluded.last_lsn)";

    private const string Raise = "UPDATE deleted_runs SET last_lsn = max(last_lsn, ?) WHERE run_id = ?";

    private const string ById = "SELECT 1 FROM deleted_runs WHERE run_id = ?";

    private const string AnyRun = "SELECT 1 FROM deleted_runs LIMIT 1";

    private const string DeleteBefore = "DELETE FROM deleted_runs WHERE run_id IN (SELECT run_id FROM deleted_runs WHERE last_lsn < ? LIMIT ?)";

    /// <summary>The run was deleted; the journal may hold records of it up to the position given.</summary>
    public static void Note(Connection connection, RunId runId, long lastLsn) => connection.Prepare(Insert).Bind(runId).Bind(lastLsn).Execute();

    /// <summary>If the run was deleted, the journal turns out to hold records of it up to the position given.</summary>
    /// <returns>Whether it was deleted.</returns>
    public static bool TryRaise(Connection connection, RunId runId, long lastLsn)
    {
        connection.Prepare(Raise).Bind(lastLsn).Bind(runId).Execute();
        return connection.ChangedRowCount > 0;
    }

    /// <summary>True when any run is noted as deleted.</summary>
    public static bool Any(Connection connection)
    {
        var statement = connection.Prepare(AnyRun);
        var any = statement.Step();
        statement.Clear();
        return any;
    }

    public static bool Contains(Connection connection, RunId runId)
    {
        var statement = connection.Prepare(ById).Bind(runId);
        var contains = statement.Step();
        statement.Clear();
        return contains;
    }

    /// <summary>The journal has nothing any more below the position given.</summary>
    public static int Forget(Connection connection, long firstLsn, int limit)
    {
        connection.Prepare(DeleteBefore).Bind(firstLsn).Bind((long)limit).Execute();
        return connection.ChangedRowCount;
    }
}
