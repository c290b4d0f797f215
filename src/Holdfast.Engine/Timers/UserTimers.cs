using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Timers that workflow code started.</summary>
internal static class UserTimers
{
    internal static void Fire(RunState state, long startedEventId, RunStep step)
    {
        if (state.PendingTimers.Find(startedEventId) is { } timer)
        {
            Happenings.Record(state, new TimerFired { TimerId = timer.TimerId, StartedEventId = startedEventId }, step);
            WorkflowTasks.Ensure(state, step);
        }
    }
}
