using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Deletes runs and notes that they were; their records go with them by the foreign key. The caller holds the transaction.</summary>
internal static class DeletionQuery
{
    private const string Expired =
        "FROM runs WHERE namespace = ? AND close_time < ? AND owes_parent_notification = 0 ORDER BY close_time, run_id LIMIT ?";

    private const string NoteExpired = $"INSERT OR REPLACE INTO deleted_runs (last_lsn, run_id) SELECT ?, run_id {Expired}";

    private const string DeleteExpired = $"DELETE FROM runs WHERE run_id IN (SELECT run_id {Expired})";

    private const string FindExpired = $"SELECT run_id {Expired}";

    private const string DeleteOne = "DELETE FROM runs WHERE run_id = ?";

    public static int Run(Connection connection, string @namespace, DateTimeOffset closedBefore, int limit, long lastLsn)
    {
        connection.Prepare(NoteExpired).Bind(lastLsn).Bind(@namespace).Bind(closedBefore).Bind((long)limit).Execute();
        connection.Prepare(DeleteExpired).Bind(@namespace).Bind(closedBefore).Bind((long)limit).Execute();
        return connection.ChangedRowCount;
    }

    public static IReadOnlyList<RunId> Find(Connection connection, string @namespace, DateTimeOffset closedBefore, int limit)
    {
        List<RunId> expired = [];
        var statement = connection.Prepare(FindExpired).Bind(@namespace).Bind(closedBefore).Bind((long)limit);
        while (statement.Step())
        {
            expired.Add(statement.GetRunId(0));
        }

        return expired;
    }

    public static bool RunOne(Connection connection, RunId runId, long lastLsn)
    {
        DeletedRuns.Note(connection, runId, lastLsn);
        connection.Prepare(DeleteOne).Bind(runId).Execute();
        return connection.ChangedRowCount > 0;
    }
}
