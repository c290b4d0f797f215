using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>A list filter that was read and checked.</summary>
/// <param name="Condition">What runs must satisfy; null when every run does.</param>
/// <param name="IsAscending">True for the oldest start first.</param>
/// <param name="GroupBy">What a count is grouped by; null when it is not.</param>
public sealed record ListFilter(FilterNode? Condition, bool IsAscending, FilterAttribute? GroupBy)
{
    /// <summary>Every run, newest first.</summary>
    public static readonly ListFilter Everything = new(null, IsAscending: false, GroupBy: null);

    private static readonly FilterNode.StartsWith IsActivity = new(new FilterAttribute("WorkflowId", SearchAttributeType.Keyword), StandaloneActivity.WorkflowIdPrefix);

    /// <summary>Longest text, in characters: 16,384.</summary>
    public const int MaximumChars = 16_384;

    /// <summary>Most conditions: 200.</summary>
    public const int MaximumConditions = 200;

    /// <summary>Most values in all: 1,000.</summary>
    public const int MaximumValues = 1_000;

    /// <summary>Deepest nesting of parentheses and NOT: 20.</summary>
    public const int MaximumDepth = 20;

    /// <summary>Reads a filter.</summary>
    /// <exception cref="HoldfastException">
    /// <see cref="ErrorCodes.ListFilterSyntax"/>, <see cref="ErrorCodes.ListFilterTooLarge"/>, <see cref="ErrorCodes.ListFilterTypeMismatch"/>,
    /// <see cref="ErrorCodes.ListFilterUnsupported"/> or <see cref="ErrorCodes.SearchAttributeUnknown"/>, with the position.
    /// </exception>
    public static ListFilter Parse(string text, string @namespace, ISearchAttributeTypes types) => Parse(text, new FilterValues(@namespace, types));

    /// <summary>Reads a filter of activities that clients start; see <see cref="Parse(string, string, ISearchAttributeTypes)"/>. It knows ActivityId and ActivityType, and satisfies no workflow.</summary>
    public static ListFilter ParseOfActivities(string text, string @namespace, ISearchAttributeTypes types)
    {
        var filter = string.IsNullOrWhiteSpace(text) ? Everything : Parse(text, new ActivityFilterValues(@namespace, types));
        return filter with { Condition = Both(IsActivity, filter.Condition) };
    }

    /// <summary>This filter, which no activity that a client started satisfies.</summary>
    public ListFilter WithoutActivities() => this with { Condition = Both(Condition, new FilterNode.Not(IsActivity)) };

    private static ListFilter Parse(string text, FilterValues values)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaximumChars)
        {
            throw new HoldfastException(ErrorCodes.ListFilterTooLarge, $"The list filter has {text.Length} characters; the most is {MaximumChars}.");
        }

        return new FilterParser(FilterTokenizer.Read(text), values).Parse();
    }

    /// <summary>The filter with what a request asks for besides its text.</summary>
    public static ListFilter Of(ListWorkflowExecutionsRequest request, ISearchAttributeTypes types)
    {
        ArgumentNullException.ThrowIfNull(request);
        var filter = string.IsNullOrWhiteSpace(request.Query) ? Everything : Parse(request.Query, request.Namespace, types);
        var condition = Both(Equal("WorkflowId", request.WorkflowId), Equal("WorkflowType", request.WorkflowType));
        condition = Both(condition, Equal("ExecutionStatus", request.Status?.ToString()));
        condition = Both(condition, string.IsNullOrEmpty(request.WorkflowIdPrefix) ? null : new FilterNode.StartsWith(Keyword("WorkflowId"), request.WorkflowIdPrefix));
        return filter with { Condition = Both(condition, filter.Condition) };
    }

    private static FilterAttribute Keyword(string name) => new(name, SearchAttributeType.Keyword);

    private static FilterNode.Compare? Equal(string name, string? value) => value is null ? null : new FilterNode.Compare(Keyword(name), FilterComparison.Equal, value);

    private static FilterNode? Both(FilterNode? left, FilterNode? right) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        _ => new FilterNode.And(left, right),
    };
}
