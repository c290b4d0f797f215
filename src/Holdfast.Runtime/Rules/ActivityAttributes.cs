using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What filters of rules can ask of an activity, as search attributes of its run.</summary>
internal sealed class ActivityAttributes : ISearchAttributeTypes
{
    private static readonly Dictionary<string, SearchAttributeType> Types = new(StringComparer.Ordinal)
    {
        ["ActivityType"] = SearchAttributeType.Keyword,
        ["ActivityId"] = SearchAttributeType.Keyword,
        ["ActivityTaskQueue"] = SearchAttributeType.Keyword,
        ["ActivityAttempt"] = SearchAttributeType.Int,
    };

    public static ActivityAttributes Instance { get; } = new();

    /// <inheritdoc/>
    public SearchAttributeType TypeOf(string @namespace, string name) => Types.GetValueOrDefault(name);

    /// <inheritdoc/>
    public SearchAttributeType Admit(string @namespace, string name, SearchAttributeType given) => TypeOf(@namespace, name);

    /// <inheritdoc/>
    public SearchAttributeType Consider(string @namespace, string name, SearchAttributeType given) => TypeOf(@namespace, name);

    /// <inheritdoc/>
    public IEnumerable<string> NamesOf(string @namespace) => Types.Keys;

    /// <summary>A run as filters of activities see it.</summary>
    public static WorkflowExecutionInfo Of(WorkflowExecutionInfo run, PendingActivity activity) => run with
    {
        SearchAttributes = PayloadMap.Of(
        [
            new("ActivityType", Keyword(activity.Scheduled.ActivityType)),
            new("ActivityId", Keyword(activity.Scheduled.ActivityId)),
            new("ActivityTaskQueue", Keyword(activity.Scheduled.TaskQueue)),
            new("ActivityAttempt", SearchAttributePayload.Encode(SearchAttributeValue.OfInt(activity.ShownAttempt))),
        ]),
    };

    private static Payload Keyword(string text) => SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword(text));
}
