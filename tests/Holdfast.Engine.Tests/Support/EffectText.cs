using System.Globalization;

namespace Holdfast.Engine.Tests;

/// <summary>An effect in one short line.</summary>
internal static class EffectText
{
    internal static string Line(Effect effect) => effect switch
    {
        WorkflowTaskReady e => Text($"workflow task ready on {e.TaskQueue}"),
        ActivityReady e => Text($"activity {e.ScheduledEventId} attempt {e.Attempt} ready on {e.TaskQueue}"),
        DispatchActivity e => Text($"dispatch {e.Task.Activity.ScheduledEventId} attempt {e.Task.Activity.Attempt}"),
        CancelActivityAttempt e => Text($"cancel {e.Activity.ScheduledEventId} attempt {e.Activity.Attempt} {e.Reason}{(e.ReleasesSlot ? " releases" : string.Empty)}"),
        ArmTimer e => Text($"arm {e.Timer.Kind} {e.Timer.EventId}"),
        StartChild e => Text($"start child {e.InitiatedEventId}"),
        StartSuccessor e => Text($"start successor {e.Start.Started.Initiator}"),
        NotifyParent e => Text($"notify parent {e.CloseEvent.Type}"),
        ApplyParentClosePolicy e => Text($"{e.Policy} child {e.InitiatedEventId}"),
        RequestExternalCancel e => Text($"request cancel of {e.Execution.WorkflowId} for {e.InitiatedEventId}"),
        RequestExternalSignal e => Text($"signal {e.Initiated.SignalName} to {e.Initiated.Execution.WorkflowId} for {e.InitiatedEventId}"),
        AbortUpdate e => $"abort update {e.UpdateId}{(e.HasSuccessor ? " for the successor" : string.Empty)}",
        ReportUpdate e => Text($"update {e.UpdateId} {e.Stage}{(e.Failure is null ? string.Empty : " failed")}"),
        StartPermitChanged => "start permit changed",
        RunClosed e => Text($"closed {e.Status}"),
        _ => throw new InvalidOperationException(effect.ToString()),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
