using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Checks that no timer fires early, and none later than the world's own delays explain.</summary>
internal static class TimerChecker
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Check(RunHistory run, World world)
    {
        foreach (var fired in run.Events)
        {
            if (fired.Attributes is TimerFired { StartedEventId: var startedEventId } && run.Events[(int)startedEventId - 1] is { Attributes: TimerStarted timer } started)
            {
                var due = started.Time + timer.StartToFireTimeout;
                if (fired.Time < due)
                {
                    yield return $"{run.Execution}: timer {timer.TimerId} fired {(due - fired.Time).TotalMilliseconds} ms early";
                }
                else if (!world.Faults.Kinds.HasFlag(FaultKinds.ClockJumps) && fired.Time - due > world.ExplainedLateness(due, fired.Time))
                {
                    yield return $"{run.Execution}: timer {timer.TimerId} fired {(fired.Time - due).TotalMilliseconds} ms late";
                }
            }
        }
    }
}
