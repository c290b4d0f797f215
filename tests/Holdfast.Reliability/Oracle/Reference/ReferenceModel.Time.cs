using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <content>Time: whatever is due is done, in order.</content>
internal sealed partial class ReferenceModel
{
    /// <summary>Lets time pass, and everything happen that is due on the way.</summary>
    public void Pass(TimeSpan time)
    {
        var target = Now + time;
        while (NextDue() is { } next && next.Time <= target)
        {
            Now = Now > next.Time ? Now : next.Time;
            next.Do();
        }

        Now = target;
    }

    /// <summary>Does what is due now.</summary>
    private void Settle() => Pass(TimeSpan.Zero);

    private (TimeSpan Time, Action Do)? NextDue()
    {
        var due = Runs.Where(r => r.IsOpen).SelectMany(DueOf).Concat(PendingJobs().Select(a => (a.Due, (Action)(() => a.OnDue(Now))))).Where(d => d.Item1 < TimeSpan.MaxValue).ToList();
        return due.Count == 0 ? null : due.MinBy(d => d.Item1);
    }

    private IEnumerable<(TimeSpan Time, Action Do)> DueOf(ModelRun run)
    {
        if (run.Begins is { } begins && !run.IsPaused)
        {
            yield return (begins, () => BeginCode(run));
        }

        if (run.RunDeadline is { } runDeadline)
        {
            yield return (runDeadline, () => End(run, WorkflowExecutionStatus.TimedOut));
        }

        if (run.ExecutionDeadline is { } executionDeadline)
        {
            yield return (executionDeadline, () => End(run, WorkflowExecutionStatus.TimedOut));
        }

        foreach (var (name, time) in run.Timers)
        {
            yield return (time, () => Fire(run, name));
        }

        foreach (var activity in run.Activities.Values)
        {
            yield return (activity.Due, () => activity.OnDue(Now));
        }
    }

    private static void Fire(ModelRun run, string timer)
    {
        run.Timers.Remove(timer);
        run.Count(EventType.TimerFired);
        run.Outcomes[timer] = LedgerOutcomes.Fired;
    }
}
