using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>The values of a run's attributes as filters compare them: none when the run lacks the attribute, several for lists and the words of a Text.</summary>
public static class RunAttributes
{
    private const long NanosecondsPerTick = 100;

    /// <summary>The values of an attribute.</summary>
    public static IReadOnlyList<object> Of(WorkflowExecutionInfo run, FilterAttribute attribute)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(attribute);
        if (attribute.IsOfRuns)
        {
            return OfRun(run, attribute.Name) is { } value ? [value] : [];
        }

        return run.SearchAttributes.TryGetValue(attribute.Name, out var payload) && SearchAttributePayload.Infer(payload) == attribute.Type ? Of(payload, attribute.Type) : [];
    }

    /// <summary>The values of an attribute that is kept as a payload.</summary>
    public static IReadOnlyList<object> Of(Payload payload, SearchAttributeType type)
    {
        if (!SearchAttributePayload.TryDecode(payload, type, out var value))
        {
            return [];
        }

        return type switch
        {
            SearchAttributeType.Double => [value.Number],
            SearchAttributeType.Keyword => [value.String],
            SearchAttributeType.KeywordList => [.. value.Strings.Distinct(StringComparer.Ordinal)],
            SearchAttributeType.Text => TextWords.Of(value.String),
            _ => [value.Integer],
        };
    }

    private static object? OfRun(WorkflowExecutionInfo run, string name) => name switch
    {
        "CloseTime" => run.CloseTime?.UtcTicks,
        "ExecutionDuration" => (run.CloseTime - (run.ExecutionTime ?? run.StartTime))?.Ticks * NanosecondsPerTick,
        "ExecutionStatus" => run.Status.ToString(),
        "ExecutionTime" => (run.ExecutionTime ?? run.StartTime).UtcTicks,
        "HistoryLength" => run.HistoryLength,
        "HistorySizeBytes" => run.HistorySizeBytes,
        "ParentRunId" => run.Parent?.Execution.RunId.ToString(),
        "ParentWorkflowId" => run.Parent?.Execution.WorkflowId,
        "RootRunId" => run.Root.WorkflowId is null ? null : run.Root.RunId.ToString(),
        "RootWorkflowId" => run.Root.WorkflowId,
        "RunId" => run.Execution.RunId.ToString(),
        "StartTime" => run.StartTime.UtcTicks,
        "StateTransitionCount" => run.StateTransitionCount,
        "TaskQueue" => run.TaskQueue,
        "WorkflowId" => run.Execution.WorkflowId,
        "WorkflowType" => run.WorkflowType,
        _ => null,
    };
}
