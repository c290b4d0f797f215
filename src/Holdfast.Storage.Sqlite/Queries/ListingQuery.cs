using System.Text;
using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;
using Holdfast.Storage.Sqlite.Rows;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Lists runs by a filter, in the order of their start.</summary>
internal static class ListingQuery
{
    // Up to so many matches of a prefix are sorted; beyond, runs are read newest first and filtered, which finds a page soon when many match.
    private const int SortedMatchLimit = 10_000;

    private static readonly string PrefixProbe =
        $"SELECT count(*) FROM (SELECT 1 FROM runs WHERE namespace = ? AND workflow_id >= ? AND workflow_id < ? LIMIT {SortedMatchLimit + 1})";

    public static IReadOnlyList<WorkflowExecutionInfo> Run(Connection connection, RunListing listing)
    {
        var sql = new FilterSql(connection, listing.Namespace);
        var conjuncts = listing.Filter.Condition is { } condition ? FilterShape.Conjuncts(condition).ToList() : [];
        var driver = conjuncts.Find(IsIndexedValue) as FilterNode.Compare;
        sql.Append($"SELECT {RunRow.InfoColumns} FROM ");
        var ordered = "runs.run_id";
        if (driver is not null)
        {
            ordered = "d.run_id";
            sql.Append("run_attributes d CROSS JOIN runs ON runs.run_id = d.run_id WHERE d.attribute_id = ").Value(sql.IdOf(driver.Attribute))
                .Append(" AND d.value = ").Value(driver.Value).Append(" AND runs.namespace = ").Value(listing.Namespace);
        }
        else
        {
            sql.Append("runs WHERE runs.namespace = ").Value(listing.Namespace);
        }

        AppendConjuncts(connection, sql, listing, conjuncts.Where(c => !ReferenceEquals(c, driver)));
        if (listing.Behind is { } cursor)
        {
            sql.Append($" AND {ordered} {(listing.Filter.IsAscending ? ">" : "<")} ").Value(cursor);
        }

        sql.Append($" ORDER BY {ordered} {(listing.Filter.IsAscending ? "ASC" : "DESC")} LIMIT ").Value((long)listing.PageSize);
        return Read(sql, listing.PageSize);
    }

    private static bool IsIndexedValue(FilterNode node) =>
        node is FilterNode.Compare { Comparison: FilterComparison.Equal, Attribute: { IsOfRuns: false, Type: SearchAttributeType.Keyword or SearchAttributeType.Int } };

    private static void AppendConjuncts(Connection connection, FilterSql sql, RunListing listing, IEnumerable<FilterNode> conjuncts)
    {
        foreach (var conjunct in conjuncts)
        {
            sql.Append(" AND ");
            if (conjunct is FilterNode.StartsWith { Attribute.Name: "WorkflowId", Prefix.Length: > 0 } prefix)
            {
                AppendPrefix(sql, prefix.Prefix, HasFewMatches(connection, listing.Namespace, prefix.Prefix) ? "runs.workflow_id" : "+runs.workflow_id");
            }
            else
            {
                sql.Condition(conjunct);
            }
        }
    }

    private static void AppendPrefix(FilterSql sql, string prefix, string column) =>
        sql.Append($"{column} >= ").Value(prefix).Append($" AND {column} < ").Value(Behind(prefix));

    private static List<WorkflowExecutionInfo> Read(FilterSql sql, int pageSize)
    {
        var page = new List<WorkflowExecutionInfo>(pageSize);
        using var statement = sql.Bind();
        while (statement.Step())
        {
            page.Add(RunRow.ReadInfo(statement));
        }

        return page;
    }

    private static bool HasFewMatches(Connection connection, string @namespace, string prefix)
    {
        var statement = connection.Prepare(PrefixProbe).Bind(@namespace).Bind(prefix).BindUtf8(Behind(prefix));
        var matchCount = statement.Step() ? statement.GetInt64(0) : 0;
        statement.Clear();
        return matchCount <= SortedMatchLimit;
    }

    // Texts are compared as UTF-8 bytes: those with the prefix are less than the prefix with its last byte raised, which UTF-8 leaves room for.
    private static byte[] Behind(string prefix)
    {
        var bound = Encoding.UTF8.GetBytes(prefix);
        bound[^1]++;
        return bound;
    }
}
