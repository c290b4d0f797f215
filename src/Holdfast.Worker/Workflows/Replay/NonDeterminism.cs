using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Messages about workflow code that no longer follows its history.</summary>
internal static class NonDeterminism
{
    private const string Mend =
        "The code was changed in a way that this run cannot follow, or it is not deterministic (a clock, random numbers, a static variable, the order of a dictionary). "
        + "Restore the order of calls for runs that are under way, or let them end on the old code; the run is kept and tried again until its code matches.";

    public static HoldfastException Mismatch(HistoryEvent recorded, OutgoingCommand asked) =>
        Error($"Event {recorded.EventId} of the history is {Describe(recorded)}, but at this point the workflow code {asked.Describe()}.");

    public static HoldfastException NothingAsked(HistoryEvent recorded) =>
        Error($"Event {recorded.EventId} of the history is {Describe(recorded)}, but at this point the workflow code asks for nothing more.");

    public static HoldfastException NotRecorded(HistoryEvent at, OutgoingCommand asked) =>
        Error($"The workflow code {asked.Describe()}, but the history has no such event before event {at.EventId} ({at.Type}).");

    public static HoldfastException UnknownPending(HistoryEvent recorded, string what) =>
        Error($"Event {recorded.EventId} of the history is {recorded.Type} of {what}, which the workflow code never asked for.");

    private static HoldfastException Error(string difference) => new(ErrorCodes.NonDeterminism, $"{difference} {Mend}");

    private static string Describe(HistoryEvent recorded) => recorded.Attributes switch
    {
        ActivityTaskScheduled e => $"{recorded.Type} '{e.ActivityType}' (ID {e.ActivityId})",
        ActivityTaskCancelRequested e => $"{recorded.Type} of event {e.ScheduledEventId}",
        TimerStarted e => $"{recorded.Type} {e.TimerId} ({e.StartToFireTimeout})",
        TimerCanceled e => $"{recorded.Type} {e.TimerId}",
        MarkerRecorded when PatchMarker.Of(recorded) is { } patch => $"{recorded.Type} of patch '{patch.PatchId}'",
        MarkerRecorded e => $"{recorded.Type} '{e.MarkerName}'",
        StartChildWorkflowExecutionInitiated e => $"{recorded.Type} '{e.WorkflowType}' (ID {e.WorkflowId})",
        SignalExternalWorkflowExecutionInitiated e => $"{recorded.Type} '{e.Execution.WorkflowId}' ({e.SignalName})",
        RequestCancelExternalWorkflowExecutionInitiated e => $"{recorded.Type} '{e.Execution.WorkflowId}'",
        UpsertWorkflowSearchAttributes e => $"{recorded.Type} of {string.Join(", ", e.SearchAttributes.Keys)}",
        WorkflowPropertiesModified e => $"{recorded.Type} of {string.Join(", ", e.UpsertedMemo.Keys)}",
        WorkflowExecutionUpdateAccepted e => $"{recorded.Type} '{e.Name}' (ID {e.UpdateId})",
        WorkflowExecutionUpdateCompleted e => $"{recorded.Type} (ID {e.UpdateId})",
        _ => recorded.Type.ToString(),
    };
}
