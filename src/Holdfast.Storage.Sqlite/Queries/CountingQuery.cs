using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Counts runs by a filter; its caller holds a transaction.</summary>
internal static class CountingQuery
{
    private const int RunsPerSubtraction = 500;

    public static IReadOnlyList<RunCount> Run(Connection connection, string @namespace, ListFilter filter, IReadOnlyCollection<RunId> except)
    {
        Dictionary<(bool IsNull, object Group), long> counts = [];
        Add(connection, @namespace, filter, [], 1, counts);
        foreach (var chunk in except.Chunk(RunsPerSubtraction))
        {
            Add(connection, @namespace, filter, chunk, -1, counts);
        }

        return [.. counts.Where(c => c.Value != 0).Select(c => new RunCount(c.Key.IsNull ? null : c.Key.Group, c.Value))];
    }

    private static void Add(Connection connection, string @namespace, ListFilter filter, RunId[] only, int factor, Dictionary<(bool IsNull, object Group), long> counts)
    {
        var sql = new FilterSql(connection, @namespace);
        sql.Append("SELECT count(*), ");
        AppendGroup(sql, filter.GroupBy);
        sql.Append(" AS grouped FROM runs WHERE runs.namespace = ").Value(@namespace);
        AppendRuns(sql, only);
        if (filter.Condition is { } condition)
        {
            sql.Append(" AND ");
            sql.Condition(condition);
        }

        sql.Append(" GROUP BY grouped");
        using var statement = sql.Bind();
        while (statement.Step())
        {
            var group = statement.IsNull(1) ? null : Read(statement, filter.GroupBy);
            var key = (group is null, group ?? string.Empty);
            counts[key] = counts.GetValueOrDefault(key) + (factor * statement.GetInt64(0));
        }
    }

    private static void AppendGroup(FilterSql sql, FilterAttribute? attribute)
    {
        if (attribute is null)
        {
            sql.Append("NULL");
        }
        else
        {
            sql.Operand(attribute);
        }
    }

    private static void AppendRuns(FilterSql sql, RunId[] only)
    {
        for (var i = 0; i < only.Length; i++)
        {
            sql.Append(i == 0 ? " AND runs.run_id IN (" : ", ").Value(only[i]);
        }

        sql.Append(only.Length == 0 ? string.Empty : ")");
    }

    private static object Read(Statement statement, FilterAttribute? attribute) => attribute switch
    {
        { Name: "ExecutionStatus" } or { Type: SearchAttributeType.Bool or SearchAttributeType.Int } => RunColumns.GroupOf(attribute, statement.GetInt64(1)),
        _ => statement.GetText(1),
    };
}
