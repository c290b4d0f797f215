using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Deletes closed runs; their records go with them by the foreign key.</summary>
internal static class DeletionQuery
{
    private const string Delete =
        """
        DELETE FROM runs WHERE run_id IN (
            SELECT run_id FROM runs
            WHERE namespace = ? AND close_time < ? AND owes_parent_notification = 0
            ORDER BY close_time, run_id LIMIT ?)
        """;

    public static int Run(Connection connection, string @namespace, DateTimeOffset closedBefore, int limit)
    {
        connection.Prepare(Delete).Bind(@namespace).Bind(closedBefore).Bind((long)limit).Execute();
        return connection.ChangedRowCount;
    }
}
