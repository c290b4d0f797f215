using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

/// <summary>A record in one short line: event ID, type, and what matters.</summary>
internal static class HistoryText
{
    internal static string Line(RunRecord record) => record switch
    {
        HistoryEvent e => string.Create(CultureInfo.InvariantCulture, $"{e.EventId} {e.Type}{Detail(e.Attributes)}"),
        EventBuffered b => $"buffered {b.Attributes.Type}{Detail(b.Attributes)}",
        ActivityAttemptStarted t => Text($"attempt {t.Attempt} of {t.ScheduledEventId} started"),
        ActivityAttemptFailed t => Text($"attempt {t.Attempt} of {t.ScheduledEventId} failed, next in {(t.NextAttemptTime - t.Time).TotalSeconds} s"),
        ActivityHeartbeatRecorded t => Text($"heartbeat of {t.ScheduledEventId}: {t.Details}"),
        WorkflowTaskAttemptFailed t => Text($"workflow task attempt {t.Attempt} failed, next in {(t.NextAttemptTime - t.Time).TotalSeconds} s"),
        ActivityAttemptHandedOver t => Text($"handed over {t.ScheduledEventId} attempt {t.Attempt}"),
        ActivityPaused t => Text($"paused {t.ScheduledEventId}"),
        ActivityUnpaused t => Text($"unpaused {t.ScheduledEventId}"),
        ActivityReset t => Text($"reset {t.ScheduledEventId}"),
        ActivityOptionsUpdated t => Text($"options of {t.ScheduledEventId} on {t.TaskQueue}"),
        RequestNoted t => Text($"noted {t.RequestId}"),
        ParentNotified => "parent notified",
        RunBranched => "branched",
        RunSuperseded => "superseded",
        StartPermitAwaited => "start permit awaited",
        _ => throw new InvalidOperationException(record.ToString()),
    };

    private static string Detail(EventAttributes attributes) => attributes switch
    {
        WorkflowTaskScheduled { Attempt: > 1 } e => Text($" attempt={e.Attempt}"),
        WorkflowTaskStarted e => Text($" scheduled={e.ScheduledEventId}"),
        WorkflowTaskCompleted e => Text($" scheduled={e.ScheduledEventId} started={e.StartedEventId}"),
        WorkflowTaskFailed e => Text($" {e.Cause}"),
        WorkflowTaskTimedOut e => Text($" {e.TimeoutType}"),
        ActivityTaskScheduled e => Text($" {e.ActivityId}"),
        ActivityTaskStarted e => Text($" scheduled={e.ScheduledEventId} attempt={e.Attempt}"),
        ActivityTaskCompleted e => Text($" scheduled={e.ScheduledEventId} started={e.StartedEventId}"),
        ActivityTaskFailed e => Text($" scheduled={e.ScheduledEventId} started={e.StartedEventId} {e.RetryState}"),
        ActivityTaskTimedOut e => Text($" scheduled={e.ScheduledEventId} started={e.StartedEventId} {((FailureInfo.Timeout)e.Failure.Info).TimeoutType} {e.RetryState}"),
        ActivityTaskCanceled e => Text($" scheduled={e.ScheduledEventId} started={e.StartedEventId} requested={e.LatestCancelRequestedEventId}"),
        ActivityTaskCancelRequested e => Text($" scheduled={e.ScheduledEventId}"),
        TimerStarted e => Text($" {e.TimerId}"),
        TimerFired e => Text($" {e.TimerId} started={e.StartedEventId}"),
        TimerCanceled e => Text($" {e.TimerId} started={e.StartedEventId}"),
        MarkerRecorded e => Text($" {e.MarkerName} completed={e.WorkflowTaskCompletedEventId}"),
        UpsertWorkflowSearchAttributes e => Text($" {string.Join(' ', e.SearchAttributes.Keys)}"),
        WorkflowExecutionSignaled e => Text($" {e.SignalName}"),
        WorkflowExecutionUpdateAdmitted e => Text($" {e.UpdateId} {e.Origin}"),
        WorkflowExecutionPaused e => Text($" {e.Reason}"),
        WorkflowExecutionFailed e => Text($" {e.RetryState}"),
        WorkflowExecutionTimedOut e => Text($" {e.RetryState}"),
        StartChildWorkflowExecutionInitiated e => Text($" {e.WorkflowId}"),
        StartChildWorkflowExecutionFailed e => Text($" initiated={e.InitiatedEventId} {e.Cause}"),
        ChildWorkflowExecutionStarted e => Text($" initiated={e.InitiatedEventId}"),
        ChildWorkflowExecutionCompleted e => Text($" initiated={e.InitiatedEventId} started={e.StartedEventId}"),
        ChildWorkflowExecutionFailed e => Text($" initiated={e.InitiatedEventId} started={e.StartedEventId}"),
        ChildWorkflowExecutionCanceled e => Text($" initiated={e.InitiatedEventId} started={e.StartedEventId}"),
        ChildWorkflowExecutionTimedOut e => Text($" initiated={e.InitiatedEventId} started={e.StartedEventId}"),
        ChildWorkflowExecutionTerminated e => Text($" initiated={e.InitiatedEventId} started={e.StartedEventId}"),
        SignalExternalWorkflowExecutionInitiated e => Text($" {e.SignalName} to {e.Execution.WorkflowId}"),
        SignalExternalWorkflowExecutionFailed e => Text($" initiated={e.InitiatedEventId} {e.Cause}"),
        ExternalWorkflowExecutionSignaled e => Text($" initiated={e.InitiatedEventId}"),
        RequestCancelExternalWorkflowExecutionInitiated e => Text($" {e.Execution.WorkflowId}"),
        RequestCancelExternalWorkflowExecutionFailed e => Text($" initiated={e.InitiatedEventId} {e.Cause}"),
        ExternalWorkflowExecutionCancelRequested e => Text($" initiated={e.InitiatedEventId}"),
        WorkflowPropertiesModified e => $" {string.Join(", ", e.UpsertedMemo.Keys)}",
        WorkflowExecutionUpdateAccepted e => Text($" {e.UpdateId} before={e.AcceptedRequestSequencingEventId}"),
        WorkflowExecutionUpdateCompleted e => Text($" {e.UpdateId} accepted={e.AcceptedEventId}"),
        _ => string.Empty,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
