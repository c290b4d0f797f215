using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>As <see cref="FilterValues"/>, in filters of activities that clients start: these have ActivityId and ActivityType, and nothing of workflows.</summary>
internal sealed class ActivityFilterValues(string @namespace, ISearchAttributeTypes types) : FilterValues(@namespace, types)
{
    private static readonly FilterAttribute Id = new("WorkflowId", SearchAttributeType.Keyword);
    private static readonly FilterAttribute Type = new("WorkflowType", SearchAttributeType.Keyword);

    /// <inheritdoc/>
    public override FilterAttribute Attribute(FilterToken name) => name.Value switch
    {
        "ActivityId" => Id,
        "ActivityType" => Type,
        "WorkflowId" or "WorkflowType" or "ParentWorkflowId" or "ParentRunId" or "RootWorkflowId" or "RootRunId" or "HistoryLength" or "HistorySizeBytes" => throw Unknown(name),
        _ => base.Attribute(name),
    };

    /// <inheritdoc/>
    protected override object Value(FilterAttribute attribute, FilterToken literal) =>
        base.Value(attribute, literal) is var value && attribute == Id ? StandaloneActivity.WorkflowIdOf((string)value) : value;
}
