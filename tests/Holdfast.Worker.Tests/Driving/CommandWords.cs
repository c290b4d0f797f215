using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

/// <summary>Commands in words.</summary>
internal static class CommandWords
{
    public static string Of(Command command) => command switch
    {
        ScheduleActivityTaskCommand c => $"activity {c.ActivityType}({c.Input})",
        RequestCancelActivityTaskCommand c => $"cancel activity {c.ScheduledEventId}",
        StartTimerCommand c => $"timer {c.TimerId} {c.StartToFireTimeout.TotalSeconds}s",
        CancelTimerCommand c => $"cancel timer {c.TimerId}",
        StartChildWorkflowExecutionCommand c => $"child {c.WorkflowType}({c.Input})",
        SignalExternalWorkflowExecutionCommand c => $"signal {c.SignalName} to {c.WorkflowId}({c.Input})",
        RequestCancelExternalWorkflowExecutionCommand => "cancel child",
        RecordMarkerCommand c => $"marker {c.MarkerName} {string.Join(' ', c.Details.Select(d => $"{d.Key}={d.Value}"))}{(c.Failure is null ? string.Empty : $" failure={c.Failure.Message}")}",
        UpsertWorkflowSearchAttributesCommand c => $"upsert {string.Join(' ', c.SearchAttributes.Select(a => $"{a.Key}={a.Value}"))}",
        CompleteWorkflowExecutionCommand c => $"complete({c.Result})",
        FailWorkflowExecutionCommand c => $"fail({c.Failure.Message})",
        CancelWorkflowExecutionCommand => "canceled",
        ContinueAsNewWorkflowExecutionCommand c => $"continue {c.WorkflowType}({c.Input})",
        ProtocolMessageCommand { Message: UpdateMessage.Accepted m } => $"accept {m.UpdateId}",
        ProtocolMessageCommand { Message: UpdateMessage.Rejected m } => $"reject {m.UpdateId}: {m.Failure.Message}",
        ProtocolMessageCommand { Message: UpdateMessage.Completed m } => $"update {m.UpdateId} = {m.Result?.ToString() ?? m.Failure?.Message}",
        _ => command.ToString() ?? string.Empty,
    };
}
