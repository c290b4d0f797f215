using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Which workflows the runs belong to. Answered from an index alone.</summary>
internal static class WorkflowQueries
{
    /// <summary>Workflows that <see cref="ReadPage"/> gives at a time.</summary>
    public const int PageSize = 5_000;

    private const string Page = "SELECT DISTINCT namespace, workflow_id FROM runs WHERE (namespace, workflow_id) > (?, ?) ORDER BY namespace, workflow_id LIMIT ?";

    /// <summary>The workflows behind one, in order.</summary>
    public static IReadOnlyList<WorkflowKey> ReadPage(Connection connection, WorkflowKey after)
    {
        List<WorkflowKey> page = [];
        var statement = connection.Prepare(Page).Bind(after.Namespace).Bind(after.WorkflowId).Bind((long)PageSize);
        while (statement.Step())
        {
            page.Add(new WorkflowKey(statement.GetText(0), statement.GetText(1)));
        }

        return page;
    }
}
