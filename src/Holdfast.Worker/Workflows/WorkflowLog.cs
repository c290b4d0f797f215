using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>Log messages about workflow tasks; event IDs 3000 to 3099.</summary>
internal static partial class WorkflowLog
{
    [LoggerMessage(3000, LogLevel.Warning, "Workflow {WorkflowType} ({WorkflowId}, run {RunId}) ends while these signal or update handlers are under way: {Handlers}. They are abandoned. Wait for Workflow.AllHandlersFinished before the workflow ends.")]
    public static partial void UnfinishedHandlers(ILogger logger, string workflowType, string workflowId, RunId runId, string handlers);

    [LoggerMessage(3001, LogLevel.Error, "Signal {Signal} to workflow {WorkflowId} (run {RunId}) is dropped: its arguments cannot be read.")]
    public static partial void SignalDropped(ILogger logger, string signal, string workflowId, RunId runId, Exception exception);

    [LoggerMessage(3002, LogLevel.Warning, "Workflow {WorkflowType} ({WorkflowId}, run {RunId}) ends, and no handler took these signals: {Signals}.")]
    public static partial void SignalsUnhandled(ILogger logger, string workflowType, string workflowId, RunId runId, string signals);

    [LoggerMessage(3003, LogLevel.Warning, "Workflow task of {WorkflowType} ({WorkflowId}, run {RunId}, attempt {Attempt}) failed; it is tried again.")]
    public static partial void TaskFailed(ILogger logger, string workflowType, string workflowId, RunId runId, int attempt, Exception exception);

    [LoggerMessage(3004, LogLevel.Debug, "Run {RunId} of workflow {WorkflowType} ({WorkflowId}) is replayed from {Events} events.")]
    public static partial void Replaying(ILogger logger, RunId runId, string workflowType, string workflowId, int events);

    [LoggerMessage(3005, LogLevel.Warning, "Patch {PatchId} of workflow {WorkflowType} ({WorkflowId}, run {RunId}) is not listed in the run's search attributes: with it TemporalChangeVersion would be 2,048 bytes or longer.")]
    public static partial void ChangeVersionsTooLong(ILogger logger, string workflowType, string workflowId, RunId runId, string patchId);

    [LoggerMessage(3006, LogLevel.Error, "Signal {Signal} to workflow {WorkflowId} (run {RunId}) is dropped: {Maximum} signals wait for handlers already.")]
    public static partial void SignalInboxFull(ILogger logger, string signal, string workflowId, RunId runId, int maximum);

    [LoggerMessage(3010, LogLevel.Warning, "The memo of workflow {WorkflowType} ({WorkflowId}, run {RunId}) has {Bytes} bytes. It is written and listed with the run: keep it short.")]
    public static partial void LargeMemo(ILogger logger, string workflowType, string workflowId, RunId runId, long bytes);
}
