using System.Text;
using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;
using Holdfast.Storage.Sqlite.Rows;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Lists runs: builds the statement for the filters that are set.</summary>
internal static class ListingQuery
{
    // Up to so many matches of a prefix are sorted; beyond, runs are read newest first and filtered, which finds a page soon when many match.
    private const int SortedMatchLimit = 10_000;

    private static readonly string PrefixProbe =
        $"SELECT count(*) FROM (SELECT 1 FROM runs WHERE namespace = ? AND workflow_id >= ? AND workflow_id < ? LIMIT {SortedMatchLimit + 1})";

    public static IReadOnlyList<WorkflowExecutionInfo> Run(Connection connection, ListWorkflowExecutionsRequest request, RunId? before)
    {
        var sql = new StringBuilder($"SELECT {RunRow.InfoColumns} FROM runs WHERE namespace = ?");
        AppendIf(sql, request.WorkflowId is not null, " AND workflow_id = ?");
        AppendIf(sql, request.WorkflowType is not null, " AND workflow_type = ?");
        AppendIf(sql, request.Status is not null, " AND status = ?");
        AppendIf(sql, before is not null, " AND run_id < ?");
        var hasPrefix = !string.IsNullOrEmpty(request.WorkflowIdPrefix);
        AppendIf(sql, hasPrefix, hasPrefix && HasFewMatches(connection, request) ? " AND workflow_id >= ? AND workflow_id < ?" : " AND +workflow_id >= ? AND +workflow_id < ?");
        sql.Append(" ORDER BY run_id DESC LIMIT ?");
        return Read(Bind(connection.Prepare(sql.ToString()), request, before), request.PageSize);
    }

    private static void AppendIf(StringBuilder sql, bool condition, string text)
    {
        if (condition)
        {
            sql.Append(text);
        }
    }

    private static Statement Bind(Statement statement, ListWorkflowExecutionsRequest request, RunId? before)
    {
        statement.Bind(request.Namespace);
        if (request.WorkflowId is { } workflowId)
        {
            statement.Bind(workflowId);
        }

        if (request.WorkflowType is { } workflowType)
        {
            statement.Bind(workflowType);
        }

        if (request.Status is { } status)
        {
            statement.Bind((long)status);
        }

        if (before is { } runId)
        {
            statement.Bind(runId);
        }

        if (!string.IsNullOrEmpty(request.WorkflowIdPrefix))
        {
            BindPrefix(statement, request.WorkflowIdPrefix);
        }

        return statement;
    }

    private static List<WorkflowExecutionInfo> Read(Statement statement, int pageSize)
    {
        var page = new List<WorkflowExecutionInfo>(pageSize);
        statement.Bind(pageSize);
        while (statement.Step())
        {
            page.Add(RunRow.ReadInfo(statement));
        }

        return page;
    }

    private static bool HasFewMatches(Connection connection, ListWorkflowExecutionsRequest request)
    {
        var statement = connection.Prepare(PrefixProbe).Bind(request.Namespace);
        BindPrefix(statement, request.WorkflowIdPrefix!);
        var matchCount = statement.Step() ? statement.GetInt64(0) : 0;
        statement.Clear();
        return matchCount <= SortedMatchLimit;
    }

    // Texts are compared as UTF-8 bytes: those with the prefix are less than the prefix with its last byte raised, which UTF-8 leaves room for.
    private static void BindPrefix(Statement statement, string prefix)
    {
        var bound = Encoding.UTF8.GetBytes(prefix);
        statement.BindUtf8(bound);
        bound[^1]++;
        statement.BindUtf8(bound);
    }
}
