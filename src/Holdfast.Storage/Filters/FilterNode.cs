namespace Holdfast.Storage;

/// <summary>A condition on runs, checked against the types of attributes. Conditions on an attribute that a run lacks are neither true nor false, as in SQL.</summary>
public abstract record FilterNode
{
    private FilterNode()
    {
    }

    /// <summary>Both hold.</summary>
    public sealed record And(FilterNode Left, FilterNode Right) : FilterNode;

    /// <summary>One of both holds.</summary>
    public sealed record Or(FilterNode Left, FilterNode Right) : FilterNode;

    /// <summary>The condition does not hold.</summary>
    public sealed record Not(FilterNode Operand) : FilterNode;

    /// <summary>The attribute, which is neither a list nor a Text, compares so with the value.</summary>
    public sealed record Compare(FilterAttribute Attribute, FilterComparison Comparison, object Value) : FilterNode;

    /// <summary>The attribute is one of the values; a list has one of them; a Text has one of these words.</summary>
    public sealed record In(FilterAttribute Attribute, IReadOnlyList<object> Values) : FilterNode;

    /// <summary>The attribute, a Keyword, begins so.</summary>
    public sealed record StartsWith(FilterAttribute Attribute, string Prefix) : FilterNode;

    /// <summary>The run lacks the attribute.</summary>
    public sealed record IsNull(FilterAttribute Attribute) : FilterNode;
}
