namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>Looks at conditions as a whole.</summary>
internal static class FilterShape
{
    /// <summary>The conditions that must all hold.</summary>
    public static IEnumerable<FilterNode> Conjuncts(FilterNode node) =>
        node is FilterNode.And and ? Conjuncts(and.Left).Concat(Conjuncts(and.Right)) : [node];

    /// <summary>The conditions of which one must hold.</summary>
    public static IEnumerable<FilterNode> Disjuncts(FilterNode node) =>
        node is FilterNode.Or or ? Disjuncts(or.Left).Concat(Disjuncts(or.Right)) : [node];

    /// <summary>How deep a condition nests; chains of AND or of OR count once.</summary>
    public static int Depth(FilterNode node) => node switch
    {
        FilterNode.And => 1 + Conjuncts(node).Max(Depth),
        FilterNode.Or => 1 + Disjuncts(node).Max(Depth),
        FilterNode.Not not => 1 + Depth(not.Operand),
        _ => 0,
    };
}
