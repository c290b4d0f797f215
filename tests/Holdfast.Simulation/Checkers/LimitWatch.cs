using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Watches from outside how many attempts are under way at a time, and in which order attempts are handed to workers.</summary>
internal sealed class LimitWatch(World world)
{
    private const string Ranked = "Ranked";

    private readonly List<(WorldQueue Place, ActivityRef Attempt, string Key)> _underWay = [];
    private readonly HashSet<(RunId RunId, long ScheduledEventId, int Attempt)> _givenUp = [];
    private readonly Dictionary<RunId, List<(long ScheduledEventId, int Attempt, int Crashes)>> _handedOver = [];

    /// <summary>Limits that were exceeded.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>An attempt of the limited activity begins its work. It counts until it has ended, its worker has died, or its engine has given it up or lost its folder.</summary>
    public void Enter(object? place, ActivityRef attempt, string key)
    {
        if (place is not WorldQueue worker || IsOver(worker, attempt))
        {
            return;
        }

        _underWay.RemoveAll(u => IsOver(u.Place, u.Attempt));
        _underWay.Add((worker, attempt, key));
        var ofKey = _underWay.Count(u => u.Key == key);
        if (_underWay.Count > LimitedQueue.AttemptsOfType)
        {
            Problems.Add($"{_underWay.Count} limited activities run at a time: {Describe()}");
        }

        if (key.Length > 0 && ofKey > LimitedQueue.AttemptsOfKey)
        {
            Problems.Add($"{ofKey} activities of the key {key} run at a time: {Describe()}");
        }
    }

    /// <summary>It has ended its work.</summary>
    public void Leave(object? place, ActivityRef attempt)
    {
        if (place is WorldQueue worker)
        {
            _underWay.RemoveAll(u => u.Place == worker && u.Attempt == attempt);
        }
    }

    /// <summary>An engine counts an attempt no longer that goes on: it was over long ago, by its timeouts, and its worker did not say that it has ended.</summary>
    public void GiveUp(RunId runId, long scheduledEventId, int attempt) => _givenUp.Add((runId, scheduledEventId, attempt));

    /// <summary>An attempt is handed to a worker.</summary>
    public void HandOver(ActivityTask task)
    {
        if (task.ActivityType == Ranked)
        {
            if (!_handedOver.TryGetValue(task.Activity.RunId, out var handedOver))
            {
                _handedOver[task.Activity.RunId] = handedOver = [];
            }

            handedOver.Add((task.Activity.ScheduledEventId, task.Activity.Attempt, world.Crashes));
        }
    }

    /// <summary>
    /// What is wrong with the order in which the ranked activities of a run began, which were all scheduled by one workflow task: those that found a free slot at first, the
    /// others, which are at least as many as there are too few slots, by priority, and within a priority as they were scheduled. Nothing is known when some of them were lost on the way.
    /// </summary>
    public IEnumerable<string> CheckOrder(RunHistory run)
    {
        List<(long EventId, int Priority)> scheduled = [.. run.Events
            .Where(e => e.Attributes is ActivityTaskScheduled { ActivityType: Ranked })
            .Select(e => (e.EventId, ((ActivityTaskScheduled)e.Attributes).Priority?.PriorityKey ?? 3))];
        if (!_handedOver.TryGetValue(run.Execution.RunId, out var handedOver) || handedOver.Count != scheduled.Count || handedOver.Exists(h => h.Attempt != 1 || h.Crashes != handedOver[0].Crashes))
        {
            yield break;
        }

        var began = handedOver.ConvertAll(h => h.ScheduledEventId);
        var slots = world.Settings.ActivitySlots * (world.Settings.Workers + world.Settings.RemoteWorkers);
        var direct = Math.Min(slots, began.Zip(scheduled).TakeWhile(pair => pair.First == pair.Second.EventId).Count());
        for (var found = 0; found <= direct; found++)
        {
            if (began.Skip(found).SequenceEqual(scheduled.Skip(found).OrderBy(s => s.Priority).ThenBy(s => s.EventId).Select(s => s.EventId)))
            {
                yield break;
            }
        }

        yield return $"{run.Execution}: activities of the priorities {string.Join(' ', scheduled.Select(s => $"{s.EventId}:{s.Priority}"))} began in the order {string.Join(' ', began)}";
    }

    private bool IsOver(WorldQueue place, ActivityRef attempt) =>
        place.IsDead || _givenUp.Contains((attempt.RunId, attempt.ScheduledEventId, attempt.Attempt)) || world.Folders.Any(f => f.Deposed.Any(d => d.Process.Workers.Any(w => w.Queue == place)));

    private string Describe() => string.Join(", ", _underWay.Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.Attempt.Workflow.WorkflowId} {u.Attempt.ScheduledEventId}/{u.Attempt.Attempt} '{u.Key}'")));
}
