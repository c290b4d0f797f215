using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Deletes runs and notes that they were; with everything that depends on them. The caller holds the transaction.</summary>
internal static class DeletionQuery
{
    private const string Expired =
        "FROM runs WHERE namespace = ? AND close_time < ? AND owes_parent_notification = 0 ORDER BY close_time, run_id LIMIT ?";

    /// <summary>Bytes of history that one transaction frees at most, and of one run more: freeing the pages of many large histories would keep the writer for seconds.</summary>
    private const long MostHistoryBytes = 16 << 20;

    private const string FindSizes = $"SELECT run_id, history_size_bytes {Expired}";

    private const string FindExpired = $"SELECT run_id {Expired}";

    private static readonly string[] DeleteOne =
    [
        "DELETE FROM run_attributes WHERE run_id = ?",
        "DELETE FROM run_blobs WHERE run_id = ?",
        "DELETE FROM run_records WHERE run_id = ?",
        "DELETE FROM runs WHERE run_id = ?",
    ];

    public static int Run(Connection connection, string @namespace, DateTimeOffset closedBefore, int limit, long lastLsn)
    {
        var expired = FindSome(connection, @namespace, closedBefore, limit);
        foreach (var runId in expired)
        {
            RunOne(connection, runId, lastLsn);
        }

        return expired.Count;
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

    private static List<RunId> FindSome(Connection connection, string @namespace, DateTimeOffset closedBefore, int limit)
    {
        List<RunId> expired = [];
        var statement = connection.Prepare(FindSizes).Bind(@namespace).Bind(closedBefore).Bind((long)limit);
        for (var bytes = 0L; bytes < MostHistoryBytes && statement.Step(); bytes += statement.GetInt64(1))
        {
            expired.Add(statement.GetRunId(0));
        }

        statement.Clear();
        return expired;
    }

    public static bool RunOne(Connection connection, RunId runId, long lastLsn)
    {
        DeletedRuns.Note(connection, runId, lastLsn);
        foreach (var statement in DeleteOne)
        {
            connection.Prepare(statement).Bind(runId).Execute();
        }

        return connection.ChangedRowCount > 0;
    }
}
