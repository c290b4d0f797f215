using Holdfast.Protocol;

namespace Holdfast.Storage.Sqlite.Queries;

/// <summary>The columns behind the search attributes that the engine knows of each run.</summary>
internal static class RunColumns
{
    /// <summary>The expression of an attribute; null when it is kept among the run's own.</summary>
    public static string? Of(FilterAttribute attribute) => attribute.Name switch
    {
        "CloseTime" => "runs.close_time",
        "ExecutionDuration" => "((runs.close_time - coalesce(runs.execution_time, runs.start_time)) * 100)",
        "ExecutionStatus" => "runs.status",
        "ExecutionTime" => "coalesce(runs.execution_time, runs.start_time)",
        "HistoryLength" => "runs.history_length",
        "HistorySizeBytes" => "runs.history_size_bytes",
        "ParentRunId" => RunIdText("runs.parent_run_id"),
        "ParentWorkflowId" => "runs.parent_workflow_id",
        "RootRunId" => RunIdText("runs.root_run_id"),
        "RootWorkflowId" => "runs.root_workflow_id",
        "RunId" => RunIdText("runs.run_id"),
        "StartTime" => "runs.start_time",
        "StateTransitionCount" => "runs.state_transition_count",
        "TaskQueue" => "runs.task_queue",
        "WorkflowId" => "runs.workflow_id",
        "WorkflowType" => "runs.workflow_type",
        _ => null,
    };

    /// <summary>A filter's value as the column holds it.</summary>
    public static object ValueOf(FilterAttribute attribute, object value) =>
        attribute.Name == "ExecutionStatus" ? (long)Enum.Parse<WorkflowExecutionStatus>((string)value) : value;

    /// <summary>A column's value as filters compare it.</summary>
    public static object GroupOf(FilterAttribute attribute, long value) =>
        attribute.Name == "ExecutionStatus" ? ((WorkflowExecutionStatus)value).ToString() : value;

    private static string RunIdText(string column) =>
        $"(CASE WHEN {column} IS NOT NULL THEN lower(substr(hex({column}), 1, 8) || '-' || substr(hex({column}), 9, 4) || '-' || substr(hex({column}), 13, 4) || '-' || substr(hex({column}), 17, 4) || '-' || substr(hex({column}), 21)) END)";
}
