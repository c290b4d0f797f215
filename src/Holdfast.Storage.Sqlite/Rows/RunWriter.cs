using System.Buffers;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;
using Holdfast.Storage.Sqlite.Connections;
using Holdfast.Storage.Sqlite.Queries;

namespace Holdfast.Storage.Sqlite.Rows;

/// <summary>Writes one settlement; its caller holds the transaction.</summary>
internal static class RunWriter
{
    private const string Insert =
        """
        INSERT INTO runs (
            status, task_queue, close_time, covered_lsn, record_count, next_wake_up, owes_parent_notification, history_length, history_size_bytes, memo, search_attributes, state_transition_count, start_permit,
            run_id, namespace, workflow_id, workflow_type, start_time, first_execution_run_id, start_request_id,
            parent_namespace, parent_workflow_id, parent_run_id, parent_initiated_event_id, execution_time, root_workflow_id, root_run_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (run_id) DO NOTHING
        """;

    // Names only what may change, so that SQLite leaves the other indexes alone.
    private const string Update =
        """
        UPDATE runs SET
            status = ?, task_queue = ?, close_time = ?, covered_lsn = ?, record_count = ?, next_wake_up = ?, owes_parent_notification = ?,
            history_length = ?, history_size_bytes = ?, memo = ?, search_attributes = ?, state_transition_count = ?, start_permit = ?
        WHERE run_id = ?
        """;

    private const string Append = "INSERT INTO run_records (run_id, first_index, count, bytes) VALUES (?, ?, ?, ?)";

    /// <summary>Writes a settlement.</summary>
    /// <param name="connection">The connection, in a transaction.</param>
    /// <param name="settlement">The settlement.</param>
    /// <param name="anyDeleted">True when some runs are noted as deleted: then each is looked for among them.</param>
    public static void Settle(Connection connection, RunSettlement settlement, bool anyDeleted)
    {
        if (!TryInsert(connection, settlement, anyDeleted))
        {
            Change(connection, settlement);
        }
    }

    /// <summary>Most settlements are the first of their run: so nothing is asked beforehand, and the table itself says whether it has the run.</summary>
    private static bool TryInsert(Connection connection, RunSettlement settlement, bool anyDeleted)
    {
        if (settlement.FirstRecordIndex > 0)
        {
            return false;
        }

        var runId = settlement.Info.Execution.RunId;
        if (anyDeleted && DropDeleted(connection, settlement))
        {
            return true;
        }

        var append = SettlementAppend.Of(settlement, null);
        var statement = connection.Prepare(Insert);
        BindChanging(statement, settlement, append.Count);
        statement.Bind(runId);
        BindFixed(statement, settlement);
        statement.Execute();
        if (connection.ChangedRowCount == 0)
        {
            return false;
        }

        AttributeWriter.Replace(connection, runId, settlement.Info.Namespace, settlement.Info.SearchAttributes, isNew: true);
        Add(connection, runId, append);
        return true;
    }

    private static void Change(Connection connection, RunSettlement settlement)
    {
        var runId = settlement.Info.Execution.RunId;
        var stored = RunQueries.Find(connection, runId);
        if (stored is null && DropDeleted(connection, settlement))
        {
            return;
        }

        var append = SettlementAppend.Of(settlement, stored);
        var statement = connection.Prepare(Update);
        BindChanging(statement, settlement, append.FirstIndex + append.Count);
        statement.Bind(runId).Execute();
        AttributeWriter.Replace(connection, runId, settlement.Info.Namespace, settlement.Info.SearchAttributes, isNew: false);
        Add(connection, runId, append);
    }

    /// <summary>
    /// Of a run that the store has not: if it was deleted, nothing is written of it, and the blobs are released that it would have referred to. A run is noted as
    /// deleted; or it closed before what is settled now, so that the store had it, and the note was forgotten.
    /// </summary>
    /// <returns>Whether it was deleted.</returns>
    private static bool DropDeleted(Connection connection, RunSettlement settlement)
    {
        var runId = settlement.Info.Execution.RunId;
        var isDeleted = DeletedRuns.TryRaise(connection, runId, settlement.CoveredLsn);
        if (!isDeleted && settlement.IsAfterClose)
        {
            DeletedRuns.Note(connection, runId, settlement.CoveredLsn);
            isDeleted = true;
        }

        if (isDeleted)
        {
            BlobQueries.Release(connection, RecordedBlobs.In(settlement.Records.Span));
        }

        return isDeleted;
    }

    private static void Add(Connection connection, RunId runId, SettlementAppend append)
    {
        if (append.Count > 0)
        {
            connection.Prepare(Append).Bind(runId).Bind(append.FirstIndex).Bind(append.Count).BindBytes(append.Records.Span).Execute();
            BlobQueries.Add(connection, runId, append.Records.Span);
        }
    }

    private static void BindChanging(Statement statement, RunSettlement settlement, long recordCount)
    {
        var info = settlement.Info;
        statement
            .Bind((long)info.Status)
            .Bind(info.TaskQueue)
            .Bind(info.CloseTime)
            .Bind(settlement.CoveredLsn)
            .Bind(recordCount)
            .Bind(settlement.NextWakeUp)
            .Bind(settlement.OwesParentNotification)
            .Bind(info.HistoryLength)
            .Bind(info.HistorySizeBytes);
        BindMap(statement, info.Memo);
        BindMap(statement, info.SearchAttributes);
        statement.Bind(info.StateTransitionCount);
        BindPermit(statement, settlement.StartPermit);
    }

    private static void BindFixed(Statement statement, RunSettlement settlement)
    {
        var info = settlement.Info;
        statement
            .Bind(info.Namespace)
            .Bind(info.Execution.WorkflowId)
            .Bind(info.WorkflowType)
            .Bind(info.StartTime)
            .Bind(settlement.FirstExecutionRunId)
            .Bind(settlement.StartRequestId)
            .Bind(info.Parent?.Namespace)
            .Bind(info.Parent?.Execution.WorkflowId)
            .Bind(info.Parent?.Execution.RunId)
            .Bind(info.Parent?.InitiatedEventId)
            .Bind(info.ExecutionTime)
            .Bind(info.Root.WorkflowId)
            .Bind(info.Root.WorkflowId is null ? null : info.Root.RunId);
    }

    private static void BindPermit(Statement statement, StartPermit? permit)
    {
        if (permit is null)
        {
            statement.BindNull();
            return;
        }

        var writer = new ArrayBufferWriter<byte>();
        StartPermitCodec.Write(writer, permit);
        statement.BindBytes(writer.WrittenSpan);
    }

    private static void BindMap(Statement statement, PayloadMap map)
    {
        if (map.Count == 0)
        {
            statement.BindNull();
            return;
        }

        var writer = new ArrayBufferWriter<byte>();
        PayloadMapCodec.Write(writer, map);
        statement.BindBytes(writer.WrittenSpan);
    }
}
