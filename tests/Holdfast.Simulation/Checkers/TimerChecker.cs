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
                    continue;
                }

                due = Latest(due, ResetAfter(started, run));
                if (!world.Faults.Kinds.HasFlag(FaultKinds.ClockJumps) && fired.Time - due > world.ExplainedLateness(due, fired.Time))
                {
                    yield return $"{run.Execution}: timer {timer.TimerId} fired {(fired.Time - due).TotalMilliseconds} ms late";
                }
            }
        }
    }

    /// <summary>When a run that was reset began with a timer that another had started; that timer may have been due long before.</summary>
    private static DateTimeOffset ResetAfter(HistoryEvent started, RunHistory run) =>
        run.Events.Skip((int)started.EventId).LastOrDefault(e => e.Attributes is WorkflowTaskFailed { Cause: WorkflowTaskFailedCause.ResetWorkflow })?.Time ?? started.Time;

    private static DateTimeOffset Latest(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
