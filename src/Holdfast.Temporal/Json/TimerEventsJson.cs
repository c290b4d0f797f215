using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Temporal.Json;

/// <summary>Timers.</summary>
internal static class TimerEventsJson
{
    public static void Started(Utf8JsonWriter writer, TimerStarted e)
    {
        writer.WriteName("timerId", e.TimerId);
        writer.WriteDuration("startToFireTimeout", e.StartToFireTimeout);
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
    }

    public static void Fired(Utf8JsonWriter writer, TimerFired e)
    {
        writer.WriteName("timerId", e.TimerId);
        writer.WriteId("startedEventId", e.StartedEventId);
    }

    public static void Canceled(Utf8JsonWriter writer, TimerCanceled e)
    {
        writer.WriteName("timerId", e.TimerId);
        writer.WriteId("startedEventId", e.StartedEventId);
        writer.WriteId("workflowTaskCompletedEventId", e.WorkflowTaskCompletedEventId);
        writer.WriteName("identity", e.Identity);
    }
}
