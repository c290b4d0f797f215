using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Watches from outside how many attempts are under way at a time, and in which order attempts are handed to workers.</summary>
internal sealed class LimitWatch(World world)
{
    private const string Ranked = "Ranked";

    /// <summary>What lets attempts time out that go on, or leaves a process behind that does not know yet that another has its folder.</summary>
    private const FaultKinds Blurring = FaultKinds.ClockJumps | FaultKinds.HostStops | FaultKinds.SlowDisk | FaultKinds.LocksLost | FaultKinds.Moves | FaultKinds.Partitions;
    private readonly List<(WorldQueue Place, string Key)> _underWay = [];
    private readonly Dictionary<RunId, List<(long ScheduledEventId, int Attempt, int Crashes)>> _handedOver = [];

    /// <summary>Limits that were exceeded.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>An attempt of the limited activity begins its work.</summary>
    public void Enter(object? place, string key)
    {
        if (place is not WorldQueue worker || (world.Faults.Kinds & Blurring) != FaultKinds.None)
        {
            return;
        }

        _underWay.RemoveAll(u => u.Place.IsDead);
        _underWay.Add((worker, key));
        var ofKey = _underWay.Count(u => u.Key == key);
        if (_underWay.Count > LimitedQueue.AttemptsOfType)
        {
            Problems.Add(string.Create(CultureInfo.InvariantCulture, $"{_underWay.Count} limited activities run at a time"));
        }

        if (key.Length > 0 && ofKey > LimitedQueue.AttemptsOfKey)
        {
            Problems.Add(string.Create(CultureInfo.InvariantCulture, $"{ofKey} activities of the key {key} run at a time"));
        }
    }

    /// <summary>It has ended its work.</summary>
    public void Leave(object? place, string key)
    {
        if (place is WorldQueue worker)
        {
            _underWay.Remove((worker, key));
        }
    }

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
    /// others by priority, and within a priority as they were scheduled. Nothing is known when some of them were lost on the way.
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
        var direct = began.Zip(scheduled).TakeWhile(pair => pair.First == pair.Second.EventId).Count();
        for (var found = 0; found <= direct; found++)
        {
            if (began.Skip(found).SequenceEqual(scheduled.Skip(found).OrderBy(s => s.Priority).ThenBy(s => s.EventId).Select(s => s.EventId)))
            {
                yield break;
            }
        }

        yield return $"{run.Execution}: activities of the priorities {string.Join(' ', scheduled.Select(s => $"{s.EventId}:{s.Priority}"))} began in the order {string.Join(' ', began)}";
    }
}
