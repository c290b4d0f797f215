using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Checks that a report which was taken is of the attempt that the history tells of: one that comes late, of an attempt that was given up, is refused.</summary>
internal sealed class ReportChecker
{
    private readonly Dictionary<RunId, List<ActivityRef>> _completed = [];

    /// <summary>An engine took a request.</summary>
    public void Note(object request)
    {
        if (request is RespondActivityTaskRequest { Outcome: ActivityOutcome.Completed, Activity: var activity })
        {
            if (!_completed.TryGetValue(activity.RunId, out var ofRun))
            {
                _completed[activity.RunId] = ofRun = [];
            }

            ofRun.Add(activity);
        }
    }

    /// <summary>What is wrong.</summary>
    public IEnumerable<string> Check(RunHistory run)
    {
        foreach (var activity in _completed.GetValueOrDefault(run.Execution.RunId) ?? [])
        {
            var started = run.Events.Select(e => e.Attributes).OfType<ActivityTaskStarted>().FirstOrDefault(e => e.ScheduledEventId == activity.ScheduledEventId);
            // History counts attempts anew when an operator resets the activity, and then has a smaller number.
            if (started?.Attempt > activity.Attempt)
            {
                yield return $"{run.Execution}: the end of attempt {activity.Attempt} of the activity of event {activity.ScheduledEventId} was taken, but attempt {started.Attempt} was under way";
            }
        }
    }
}
