using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Answers a filter for a run in memory, just as the SQL that stores make of it does.</summary>
public static class FilterEvaluator
{
    /// <summary>True when the run satisfies the condition; a condition that is neither true nor false is not satisfied.</summary>
    public static bool IsSatisfied(FilterNode? condition, WorkflowExecutionInfo run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return condition is null || Evaluate(condition, run) == true;
    }

    private static bool? Evaluate(FilterNode node, WorkflowExecutionInfo run) => node switch
    {
        FilterNode.And and => And(Evaluate(and.Left, run), Evaluate(and.Right, run)),
        FilterNode.Or or => !And(!Evaluate(or.Left, run), !Evaluate(or.Right, run)),
        FilterNode.Not not => !Evaluate(not.Operand, run),
        FilterNode.Compare compare => RunAttributes.Of(run, compare.Attribute) is [var value] ? Compares(compare, value) : null,
        FilterNode.In among => RunAttributes.Of(run, among.Attribute) is { Count: > 0 } values ? values.Any(v => among.Values.Any(v.Equals)) : null,
        FilterNode.StartsWith starts => RunAttributes.Of(run, starts.Attribute) is [string value] ? value.StartsWith(starts.Prefix, StringComparison.Ordinal) : null,
        FilterNode.IsNull isNull => RunAttributes.Of(run, isNull.Attribute).Count == 0,
        _ => throw new HoldfastException(ErrorCodes.InvariantBroken, $"The filter has an unknown node {node.GetType().Name}."),
    };

    private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;

    private static bool Compares(FilterNode.Compare compare, object value)
    {
        var order = (value, compare.Value) switch
        {
            (long left, long right) => left.CompareTo(right),
            (double left, double right) => left.CompareTo(right),
            (string left, string right) => Utf8Order.Compare(left, right),
            _ => throw new HoldfastException(ErrorCodes.InvariantBroken, $"The filter compares {value.GetType().Name} with {compare.Value.GetType().Name}."),
        };
        return compare.Comparison switch
        {
            FilterComparison.Equal => order == 0,
            FilterComparison.Less => order < 0,
            FilterComparison.LessOrEqual => order <= 0,
            FilterComparison.Greater => order > 0,
            _ => order >= 0,
        };
    }
}
