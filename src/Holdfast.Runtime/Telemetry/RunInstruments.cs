using System.Diagnostics;
using System.Diagnostics.Metrics;
using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What is measured of runs, read from the records of their steps.</summary>
/// <remarks>An instrument that nobody listens to costs a look at its flag.</remarks>
internal sealed class RunInstruments(Meter meter)
{
    private readonly Counter<long> _started = meter.CreateCounter<long>("holdfast.workflow.started", "{run}", "Runs that began.");
    private readonly Counter<long> _closed = meter.CreateCounter<long>("holdfast.workflow.closed", "{run}", "Runs that ended, by status.");
    private readonly Histogram<double> _duration = meter.CreateDuration("holdfast.workflow.duration", "From the start of a run to its end.");
    private readonly Counter<long> _signals = meter.CreateCounter<long>("holdfast.workflow.signals", "{signal}", "Signals that were recorded.");
    private readonly Counter<long> _updates = meter.CreateCounter<long>("holdfast.workflow.updates", "{update}", "Updates that workflows accepted.");
    private readonly Counter<long> _queries = meter.CreateCounter<long>("holdfast.workflow.queries", "{query}", "Queries that workflow code was run for.");
    private readonly Counter<long> _sizeWarnings = meter.CreateCounter<long>("holdfast.workflow.size_warnings", "{warning}", "Times that a run grew beyond a size that is warned of, by what has grown.");
    private readonly Counter<long> _timersFired = meter.CreateCounter<long>("holdfast.timer.fired", "{timer}", "Timers that fired.");
    private readonly Histogram<double> _deadlineLag = meter.CreateDuration("holdfast.timer.lag", "From when a run's next deadline was due to when its owner looked at it.");
    private readonly Histogram<double> _taskWait = meter.CreateDuration("holdfast.workflow_task.schedule_to_start.duration", "From the scheduling of a workflow task to its start.");
    private readonly Histogram<double> _taskExecution = meter.CreateDuration("holdfast.workflow_task.execution.duration", "One call of workflow code for a workflow task.");
    private readonly Counter<long> _taskFailures = meter.CreateCounter<long>("holdfast.workflow_task.failures", "{task}", "Workflow tasks that failed, by cause.");
    private readonly Counter<long> _taskTimeouts = meter.CreateCounter<long>("holdfast.workflow_task.timeouts", "{task}", "Workflow tasks that timed out.");
    private readonly Counter<long> _attempts = meter.CreateCounter<long>("holdfast.activity.attempts", "{attempt}", "Activity attempts that began.");
    private readonly Histogram<double> _attemptWait = meter.CreateDuration("holdfast.activity.schedule_to_start.duration", "From when an activity attempt could begin to when it did.");
    private readonly Counter<long> _retries = meter.CreateCounter<long>("holdfast.activity.retries", "{attempt}", "Activity attempts that failed and are followed by another.");
    private readonly Counter<long> _activityFailures = meter.CreateCounter<long>("holdfast.activity.failures", "{activity}", "Activities that failed for good.");
    private readonly Counter<long> _activityTimeouts = meter.CreateCounter<long>("holdfast.activity.timeouts", "{timeout}", "Attempts and activities that timed out, by timeout.");

    /// <summary>A step made these records; they are applied to the state.</summary>
    /// <param name="state">The run.</param>
    /// <param name="message">What the step was made of.</param>
    /// <param name="record">One of its records.</param>
    public void Note(RunState state, RunMessage message, RunRecord record)
    {
        switch (record)
        {
            case HistoryEvent historyEvent:
                NoteEvent(state, historyEvent);
                break;
            case ActivityAttemptStarted started:
                NoteAttempt(state, started);
                break;
            case ActivityAttemptFailed failed:
                NoteRetry(state, failed);
                break;
            case WorkflowTaskAttemptFailed failed:
                NoteTaskAttempt(state, message, failed);
                break;
            default:
                break;
        }
    }

    /// <summary>A run begins that comes of a reset; what it shares with the other run has been counted there.</summary>
    public void NoteBranched(RunState state) => Count(_started, state);

    /// <summary>A run has grown large.</summary>
    /// <param name="state">The run.</param>
    /// <param name="what">What of it: step, history, events, memo.</param>
    public void NoteGrownLarge(RunState state, string what) => _sizeWarnings.Add(1, Type(state), new(TelemetryTags.SizeKind, what));

    /// <summary>A run's next deadline is looked at.</summary>
    public void NoteDeadline(DateTimeOffset dueTime, DateTimeOffset now)
    {
        if (_deadlineLag.Enabled)
        {
            _deadlineLag.Record(Math.Max(0, (now - dueTime).TotalSeconds));
        }
    }

    /// <summary>A workflow task began.</summary>
    public void NoteTaskStarted(RunState state)
    {
        if (_taskWait.Enabled && state.WorkflowTask is { StartedTime: { } startedTime } task)
        {
            _taskWait.Record((startedTime - task.ScheduledTime).TotalSeconds, TypeAndQueue(state));
        }
    }

    /// <summary>Workflow code returned. Reads nothing of the run, which may have gone on without it.</summary>
    public void NoteCodeReturned(WorkflowTask task, long begun, TimeProvider timeProvider)
    {
        if (task.Query is not null)
        {
            _queries.Add(1, new KeyValuePair<string, object?>(TelemetryTags.WorkflowType, task.WorkflowType));
        }
        else if (_taskExecution.Enabled)
        {
            _taskExecution.Record(timeProvider.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>(TelemetryTags.WorkflowType, task.WorkflowType));
        }
    }

    private void NoteEvent(RunState state, HistoryEvent historyEvent)
    {
        switch (historyEvent.Attributes)
        {
            case WorkflowExecutionStarted:
                Count(_started, state);
                break;
            case WorkflowExecutionSignaled:
                Count(_signals, state);
                break;
            case WorkflowExecutionUpdateAccepted:
                Count(_updates, state);
                break;
            case TimerFired:
                Count(_timersFired, state);
                break;
            case WorkflowTaskFailed failed:
                CountFailedTask(state, failed.Cause);
                break;
            case WorkflowTaskTimedOut:
                Count(_taskTimeouts, state);
                break;
            case ActivityTaskFailed failed when !IsBenign(failed.Failure):
                Count(_activityFailures, state);
                break;
            case ActivityTaskTimedOut timedOut:
                CountTimeout(state, timedOut.Failure);
                break;
            default:
                NoteEnd(state, historyEvent);
                break;
        }
    }

    private void NoteEnd(RunState state, HistoryEvent historyEvent)
    {
        if (!ReferenceEquals(state.CloseEvent, historyEvent))
        {
            return;
        }

        if (_closed.Enabled)
        {
            _closed.Add(1, Type(state), new(TelemetryTags.Status, state.Status.ToString()));
        }

        if (_duration.Enabled)
        {
            _duration.Record((historyEvent.Time - state.StartTime).TotalSeconds, Type(state), new(TelemetryTags.Status, state.Status.ToString()));
        }
    }

    private void NoteAttempt(RunState state, ActivityAttemptStarted started)
    {
        if ((_attempts.Enabled || _attemptWait.Enabled) && state.PendingActivities.Find(started.ScheduledEventId) is { } activity)
        {
            var tags = ActivityTags(activity);
            _attempts.Add(1, tags);
            _attemptWait.Record(Math.Max(0, (started.Time - activity.NextAttemptTime).TotalSeconds), tags);
        }
    }

    private void NoteRetry(RunState state, ActivityAttemptFailed failed)
    {
        if (_retries.Enabled && state.PendingActivities.Find(failed.ScheduledEventId) is { } activity)
        {
            _retries.Add(1, ActivityTags(activity));
        }

        if (TimeoutOf(failed.Failure) is not null)
        {
            CountTimeout(state, failed.Failure);
        }
    }

    private void NoteTaskAttempt(RunState state, RunMessage message, WorkflowTaskAttemptFailed failed)
    {
        if (TimeoutOf(failed.Failure) is not null)
        {
            Count(_taskTimeouts, state);
        }
        else
        {
            CountFailedTask(state, message is FailWorkflowTask fail ? fail.Cause : WorkflowTaskFailedCause.Unspecified);
        }
    }

    private void CountFailedTask(RunState state, WorkflowTaskFailedCause cause)
    {
        if (_taskFailures.Enabled)
        {
            _taskFailures.Add(1, Type(state), new(TelemetryTags.Cause, cause.ToString()));
        }
    }

    private void CountTimeout(RunState state, Failure failure)
    {
        if (_activityTimeouts.Enabled)
        {
            _activityTimeouts.Add(1, Type(state), new(TelemetryTags.TimeoutType, (TimeoutOf(failure)?.TimeoutType ?? TimeoutType.Unspecified).ToString()));
        }
    }

    private static bool IsBenign(Failure failure) => failure.Info is FailureInfo.Application { Category: FailureCategory.Benign };

    private static FailureInfo.Timeout? TimeoutOf(Failure failure) => failure.Info as FailureInfo.Timeout;

    private static void Count(Counter<long> counter, RunState state)
    {
        if (counter.Enabled)
        {
            counter.Add(1, Type(state));
        }
    }

    private static KeyValuePair<string, object?> Type(RunState state) => new(TelemetryTags.WorkflowType, state.WorkflowType);

    private static TagList TypeAndQueue(RunState state) => new() { Type(state), new(TelemetryTags.TaskQueue, state.TaskQueue) };

    private static TagList ActivityTags(PendingActivity activity) => new()
    {
        new(TelemetryTags.ActivityType, activity.Scheduled.ActivityType),
        new(TelemetryTags.TaskQueue, activity.Scheduled.TaskQueue),
    };
}
