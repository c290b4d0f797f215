using Holdfast.Protocol;
using Holdfast.Protocol.Codec;
using Holdfast.Storage.Sqlite.Connections;

namespace Holdfast.Storage.Sqlite.Rows;

/// <summary>Reads rows of the table of runs.</summary>
internal static class RunRow
{
    /// <summary>Columns of <see cref="ReadSummary"/>, in its order.</summary>
    public const string SummaryColumns =
        "namespace, workflow_id, run_id, first_execution_run_id, start_request_id, status, covered_lsn, next_wake_up, owes_parent_notification, record_count, start_permit";

    /// <summary>Columns of <see cref="ReadInfo"/>, in its order.</summary>
    public const string InfoColumns =
        "runs.namespace, workflow_id, runs.run_id, workflow_type, task_queue, status, start_time, close_time, history_length, history_size_bytes, "
        + "memo, search_attributes, parent_namespace, parent_workflow_id, parent_run_id, parent_initiated_event_id, "
        + "execution_time, state_transition_count, root_workflow_id, root_run_id";

    private const int FirstParentColumn = 12;
    private const int FirstRootColumn = 18;

    public static SettledRunSummary ReadSummary(Statement row) => new(
        new WorkflowKey(row.GetText(0), row.GetText(1)),
        row.GetRunId(2),
        row.GetRunId(3),
        row.GetText(4),
        (WorkflowExecutionStatus)row.GetInt64(5),
        row.GetInt64(6),
        row.GetOptionalInstant(7),
        row.GetFlag(8),
        row.GetInt64(9))
    {
        StartPermit = row.IsNull(10) ? null : StartPermitCodec.Read(row.GetBytes(10)),
    };

    public static WorkflowExecutionInfo ReadInfo(Statement row) => new()
    {
        Namespace = row.GetText(0),
        Execution = new WorkflowExecution(row.GetText(1), row.GetRunId(2)),
        WorkflowType = row.GetText(3),
        TaskQueue = row.GetText(4),
        Status = (WorkflowExecutionStatus)row.GetInt64(5),
        StartTime = row.GetInstant(6),
        CloseTime = row.GetOptionalInstant(7),
        HistoryLength = row.GetInt64(8),
        HistorySizeBytes = row.GetInt64(9),
        Memo = ReadMap(row, 10),
        SearchAttributes = ReadMap(row, 11),
        ExecutionTime = row.GetOptionalInstant(FirstRootColumn - 2),
        StateTransitionCount = row.GetInt64(FirstRootColumn - 1),
        Root = row.IsNull(FirstRootColumn) ? default : new WorkflowExecution(row.GetText(FirstRootColumn), row.GetRunId(FirstRootColumn + 1)),
        Parent = row.IsNull(FirstParentColumn) ? null : ReadParent(row),
    };

    private static PayloadMap ReadMap(Statement row, int column) => row.IsNull(column) ? PayloadMap.Empty : PayloadMapCodec.Read(row.GetBytes(column));

    private static ParentInfo ReadParent(Statement row) => new(
        row.GetText(FirstParentColumn),
        new WorkflowExecution(row.GetText(FirstParentColumn + 1), row.GetRunId(FirstParentColumn + 2)),
        row.GetInt64(FirstParentColumn + 3));
}
