using System.Globalization;
using System.Text;

namespace Holdfast.Engine.Tests;

/// <summary>Every durable part of a state as text, for comparison.</summary>
internal static class StateText
{
    internal static string OfDurableParts(RunState state)
    {
        var text = new StringBuilder();
        Line(text, $"{state.Phase} {state.Status} next={state.NextEventId} previous={state.PreviousStartedEventId} signals={state.SignalCount} cancel={state.CancelRequested}");
        if (state.Phase == RunPhase.NotStarted)
        {
            return text.ToString();
        }

        Line(text, $"start={state.StartTime:O} runTimeout={state.RunTimeoutTime:O} firstTask={state.FirstWorkflowTaskTime:O} permit={state.StartPermit} {state.StartPermitAwaitedSince:O} {state.Started}");
        Line(text, $"records={state.TransitionCount} attributes={string.Join(", ", state.SearchAttributes)} memo={string.Join(", ", state.Memo)}");
        Line(text, $"close={state.CloseEvent} successor={state.SuccessorRunId} notified={state.ParentNotified} childStarts={state.UnacknowledgedChildStarts}");
        Line(text, $"pause={state.Pause} expiration={state.ExecutionExpirationTime:O} branched={state.ResetRequestId} reset={state.ResetRunId} by={state.IsClosedByReset}");
        Line(text, $"priority={state.Priority} attached={string.Join(", ", state.AttachedRequestIds)} build={state.BuildId} {string.Join(", ", state.AutoResetPoints)}");
        Line(text, $"task={Task(state.WorkflowTask)}");
        foreach (var a in state.PendingActivities)
        {
            Line(text, $"activity {a.ScheduledEventId} {a.ScheduledTime:O} attempt={a.Attempt} next={a.NextAttemptTime:O} started={a.StartedTime:O} over={a.IsHandedOver} by={a.Identity} epoch={a.ProcessEpoch} beat={a.LastHeartbeatTime:O} {a.HeartbeatDetails} failure={a.LastFailure} cancel={a.CancelRequestedEventId} {a.Scheduled} operated={a.Operated?.Pause} {a.Operated?.ForgivenAttempts} {a.Operated?.IsReset} {a.Operated?.ForgetsHeartbeat}");
        }

        foreach (var t in state.PendingTimers)
        {
            Line(text, $"timer {t.StartedEventId} {t.TimerId} {t.DueTime:O}");
        }

        foreach (var c in state.PendingChildren)
        {
            Line(text, $"child {c.InitiatedEventId} started={c.IsStarted} {c.StartedEventId} {c.Initiated}");
        }

        foreach (var c in state.PendingExternalCancels)
        {
            Line(text, $"cancel {c.InitiatedEventId} {c.Initiated}");
        }

        foreach (var s in state.ExternalSignals?.ToList() ?? [])
        {
            Line(text, $"signal {s.InitiatedEventId} {s.Initiated}");
        }

        foreach (var u in state.Updates.Accepted)
        {
            Line(text, $"update {u.UpdateId} {u.AcceptedEventId} {u.Completed}");
        }

        foreach (var b in state.BufferedEvents)
        {
            Line(text, $"buffered {b}");
        }

        return text.ToString();
    }

    /// <summary>A speculative task is volatile, and so is the start of a transient one.</summary>
    private static string Task(WorkflowTaskState? task)
    {
        if (task is null or { IsSpeculative: true })
        {
            return "none";
        }

        var start = task.IsTransient && task.UnwrittenEvents.Count != 0 ? "not started" : string.Create(CultureInfo.InvariantCulture, $"started={task.StartedEventId} {task.StartedTime:O} {task.Identity} {task.RequestId}");
        return string.Create(CultureInfo.InvariantCulture, $"{task.ScheduledEventId} attempt={task.Attempt} {task.ScheduledTime:O} next={task.NextAttemptTime:O} failure={task.LastFailure} ") + (task.IsStarted ? start : "not started");
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
