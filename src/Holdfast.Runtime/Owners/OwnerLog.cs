using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

internal static partial class OwnerLog
{
    [LoggerMessage(EventId = 1000, Level = LogLevel.Critical, Message = "Handling a {MessageType} failed; the engine stops and must recover from its journal")]
    public static partial void MessageFailed(ILogger logger, Exception exception, string messageType);

    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "Workflow task of {WorkflowType} {WorkflowId} ({RunId}) failed on attempt {Attempt} ({Cause}): {Reason}")]
    public static partial void WorkflowTaskFailed(ILogger logger, string workflowType, string workflowId, RunId runId, int attempt, WorkflowTaskFailedCause cause, string reason);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Error, Message = "Reading run {RunId} from the settled store failed; what waits for it is refused")]
    public static partial void LoadFailed(ILogger logger, Exception exception, RunId runId);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Debug, Message = "Workflow code of {WorkflowType} {WorkflowId} ({RunId}) has held its thread for {Elapsed}; its owner goes on without it (HF3003 if it does not return)")]
    public static partial void LoopTakenOver(ILogger logger, string workflowType, string workflowId, RunId runId, TimeSpan elapsed);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Error, Message = "Settling {RunCount} runs failed; it is tried again")]
    public static partial void SettlingFailed(ILogger logger, Exception exception, int runCount);

    [LoggerMessage(EventId = 1006, Level = LogLevel.Error, Message = "Deleting runs of namespace {Namespace} whose retention is over failed; it is tried again")]
    public static partial void SweepFailed(ILogger logger, Exception exception, string @namespace);

    [LoggerMessage(EventId = 1007, Level = LogLevel.Error, Message = "Forgetting which runs were deleted long ago failed; it is tried again")]
    public static partial void ForgettingFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1008, Level = LogLevel.Error, Message = "Deleting run {RunId} from the settled store failed; the request is refused")]
    public static partial void DeletionFailed(ILogger logger, Exception exception, RunId runId);

    [LoggerMessage(EventId = 1009, Level = LogLevel.Error, Message = "Sweeping the blob store failed; it is tried again")]
    public static partial void BlobSweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1010, Level = LogLevel.Debug, Message = "Removed {BlobCount} blobs of {Bytes} bytes that no run refers to")]
    public static partial void BlobsSwept(ILogger logger, long blobCount, long bytes);

    [LoggerMessage(EventId = 1011, Level = LogLevel.Warning, Message = "Reading which workflows the settled store has failed; until the next start of the engine every start of a workflow asks the store")]
    public static partial void WorkflowScanFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1012, Level = LogLevel.Warning, Message = "Worker {Identity} has not reported attempt {Attempt} of activity {ScheduledEventId} of run {RunId}, which is over, for too long; its slot is free for others")]
    public static partial void AttemptGivenUp(ILogger logger, string identity, RunId runId, long scheduledEventId, int attempt);

    [LoggerMessage(EventId = 1013, Level = LogLevel.Error, Message = "Archiving run {RunId} of namespace {Namespace} failed; the run is kept, and it is tried again within a minute")]
    public static partial void ArchivingFailed(ILogger logger, Exception exception, RunId runId, string @namespace);

    [LoggerMessage(EventId = 1020, Level = LogLevel.Warning, Message = "{WorkflowType} {WorkflowId} ({RunId}) has grown large: {What} {Size}, warned of from {Limit} on")]
    public static partial void GrownLarge(ILogger logger, string workflowType, string workflowId, RunId runId, string what, long size, long limit);

    [LoggerMessage(EventId = 1021, Level = LogLevel.Warning, Message = "Workflow task of {WorkflowType} {WorkflowId} ({RunId}) took {Elapsed}; it times out after {Timeout}. Long local activities, large payloads, long replays and code that computes make tasks slow")]
    public static partial void SlowWorkflowTask(ILogger logger, string workflowType, string workflowId, RunId runId, TimeSpan elapsed, TimeSpan timeout);

    [LoggerMessage(EventId = 1005, Level = LogLevel.Information, Message = "Recovered {RunCount} runs from {RecordCount} journal records and the settled store, epoch {Epoch}")]
    public static partial void Recovered(ILogger logger, int runCount, long recordCount, long epoch);
}
