using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;
using Holdfast.Storage.Sqlite.Rows;
using SQLitePCL;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Finds and loads single runs, and reads sets of them a page at a time.</summary>
internal static class RunQueries
{
    /// <summary>Runs that <see cref="ReadOpen"/> and <see cref="ReadUnnotified"/> give at a time.</summary>
    public const int ScanPageSize = 1000;

    private const string ById = $"SELECT {RunRow.SummaryColumns} FROM runs WHERE run_id = ?";

    private const string CoveredLsn = "SELECT covered_lsn FROM runs WHERE run_id = ?";

    private const string NewestOfWorkflow = $"SELECT {RunRow.SummaryColumns} FROM runs WHERE namespace = ? AND workflow_id = ? ORDER BY run_id DESC LIMIT 1";

    private const string NewestIdOfWorkflow = "SELECT run_id FROM runs WHERE namespace = ? AND workflow_id = ? ORDER BY run_id DESC LIMIT 1";

    private const string ByStartRequest =
        $"SELECT {RunRow.SummaryColumns} FROM runs WHERE namespace = ? AND workflow_id = ? AND start_request_id = ? AND start_request_id <> '' ORDER BY run_id LIMIT 1";

    private const string Open = $"SELECT {RunRow.SummaryColumns} FROM runs WHERE status = 1 AND run_id > ? ORDER BY run_id LIMIT ?";

    // Paused runs are few; their index is read as a whole, in order of run ID within it.
    private const string Paused = $"SELECT {RunRow.SummaryColumns} FROM runs INDEXED BY runs_by_status WHERE status = 8 AND run_id > ? ORDER BY run_id LIMIT ?";

    private const string Unnotified = $"SELECT {RunRow.SummaryColumns} FROM runs WHERE owes_parent_notification = 1 AND run_id > ? ORDER BY run_id LIMIT ?";

    // A jump in the index for each namespace, however many runs it has.
    private const string NextNamespace = "SELECT namespace FROM runs WHERE namespace > ? ORDER BY namespace LIMIT 1";

    private const string SearchAttributes = "SELECT namespace, name, type FROM search_attributes ORDER BY id";

    private const string Records = "SELECT count, bytes FROM run_records WHERE run_id = ? ORDER BY first_index";

    public static SettledRunSummary? Find(Connection connection, RunId runId) => First(connection.Prepare(ById).Bind(runId));

    public static SettledRunSummary? FindNewest(Connection connection, WorkflowKey workflow) =>
        First(connection.Prepare(NewestOfWorkflow).Bind(workflow.Namespace).Bind(workflow.WorkflowId));

    public static SettledRunSummary? FindByRequestId(Connection connection, WorkflowKey workflow, string startRequestId) =>
        First(connection.Prepare(ByStartRequest).Bind(workflow.Namespace).Bind(workflow.WorkflowId).Bind(startRequestId));

    public static IReadOnlyList<SettledRunSummary> ReadOpen(Connection connection, RunId after) => Page(connection.Prepare(Open).Bind(after));

    public static IReadOnlyList<SettledRunSummary> ReadPaused(Connection connection, RunId after) => Page(connection.Prepare(Paused).Bind(after));

    public static IReadOnlyList<SettledRunSummary> ReadUnnotified(Connection connection, RunId after) => Page(connection.Prepare(Unnotified).Bind(after));

    public static IReadOnlyList<string> ReadNamespaces(Connection connection)
    {
        var namespaces = new List<string>();
        var statement = connection.Prepare(NextNamespace).Bind(string.Empty);
        while (statement.Step())
        {
            namespaces.Add(statement.GetText(0));
            statement.Clear();
            statement.Bind(namespaces[^1]);
        }

        return namespaces;
    }

    /// <summary>Every search attribute of the file.</summary>
    public static IReadOnlyList<RegisteredSearchAttribute> ReadSearchAttributes(Connection connection)
    {
        var attributes = new List<RegisteredSearchAttribute>();
        var statement = connection.Prepare(SearchAttributes);
        while (statement.Step())
        {
            attributes.Add(new RegisteredSearchAttribute(statement.GetText(0), statement.GetText(1), (SearchAttributeType)statement.GetInt64(2)));
        }

        return attributes;
    }

    /// <summary>Loads a run; its caller holds a transaction, so that no settlement comes between the row and the records.</summary>
    public static SettledRun? Load(Connection connection, RunId runId)
    {
        if (Find(connection, runId) is not { } summary)
        {
            return null;
        }

        var chunks = new List<ReadOnlyMemory<byte>>();
        var recordCount = 0L;
        var statement = connection.Prepare(Records).Bind(runId);
        while (statement.Step())
        {
            recordCount += statement.GetInt64(0);
            chunks.Add(statement.GetBytes(1).ToArray());
        }

        return recordCount == summary.RecordCount
            ? new SettledRun(summary, chunks)
            : throw connection.File.Error(raw.SQLITE_CORRUPT, $"run {runId} has {recordCount} records instead of {summary.RecordCount}");
    }

    /// <summary>As <see cref="Load"/>, of several runs; those that are not there are left out.</summary>
    public static IReadOnlyList<SettledRun> LoadMany(Connection connection, IReadOnlyList<RunId> runIds)
    {
        var runs = new List<SettledRun>(runIds.Count);
        foreach (var runId in runIds)
        {
            if (Load(connection, runId) is { } run)
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    public static IReadOnlyDictionary<RunId, long> FindCoveredLsns(Connection connection, IReadOnlyCollection<RunId> runIds, CancellationToken cancellationToken)
    {
        var covered = new Dictionary<RunId, long>();
        foreach (var runId in runIds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var statement = connection.Prepare(CoveredLsn).Bind(runId);
            if (statement.Step())
            {
                covered.Add(runId, statement.GetInt64(0));
            }
            else if (DeletedRuns.Contains(connection, runId))
            {
                covered.Add(runId, long.MaxValue);
            }

            statement.Clear();
        }

        return covered;
    }

    public static IReadOnlyDictionary<WorkflowKey, RunId> FindNewestOfMany(Connection connection, IReadOnlyCollection<WorkflowKey> workflows, CancellationToken cancellationToken)
    {
        var newest = new Dictionary<WorkflowKey, RunId>();
        foreach (var workflow in workflows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var statement = connection.Prepare(NewestIdOfWorkflow).Bind(workflow.Namespace).Bind(workflow.WorkflowId);
            if (statement.Step())
            {
                newest[workflow] = statement.GetRunId(0);
            }

            statement.Clear();
        }

        return newest;
    }

    private static SettledRunSummary? First(Statement statement)
    {
        var first = statement.Step() ? RunRow.ReadSummary(statement) : null;
        statement.Clear();
        return first;
    }

    private static List<SettledRunSummary> Page(Statement statement)
    {
        var page = new List<SettledRunSummary>();
        statement.Bind(ScanPageSize);
        while (statement.Step())
        {
            page.Add(RunRow.ReadSummary(statement));
        }

        return page;
    }
}
