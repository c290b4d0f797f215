using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A timer fired.</summary>
internal static class TimerFiredJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (TimerFired)recorded.Attributes;
        if (!run.Pending.Timers.TryGetValue(attributes.TimerId, out var timer))
        {
            throw NonDeterminism.UnknownPending(recorded, $"timer {attributes.TimerId}");
        }

        timer.Fire();
    }
}
