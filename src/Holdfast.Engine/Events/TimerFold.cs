using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The life of a timer.</summary>
internal static class TimerFold
{
    internal static void Started(RunState state, TimerStarted started, long eventId, DateTimeOffset time) =>
        state.PendingTimers.Add(new PendingTimer(eventId, started.TimerId, time + started.StartToFireTimeout));

    internal static void Fired(RunState state, TimerFired fired) =>
        Invariant.That(state.PendingTimers.Remove(fired.StartedEventId), "a timer that fires was pending");

    /// <summary>The workflow may cancel a timer that fired unseen; it then never sees that it fired.</summary>
    internal static void Canceled(RunState state, TimerCanceled canceled)
    {
        if (!state.PendingTimers.Remove(canceled.StartedEventId))
        {
            state.BufferedEvents.RemoveTimerFired(canceled.StartedEventId);
        }
    }
}
