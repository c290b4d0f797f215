using System.Diagnostics.CodeAnalysis;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What waits in a task queue: priorities one after the other, fairness within each. Guarded by the task queue's lock.</summary>
internal sealed class Backlog<T>
{
    private readonly FairQueue<T>?[] _levels = new FairQueue<T>?[Priority.LastPriorityKey];

    /// <summary>What waits.</summary>
    public int Count { get; private set; }

    /// <summary>What waits in a priority.</summary>
    public int CountOf(int priorityKey) => _levels[priorityKey - 1]?.Count ?? 0;

    /// <summary>Puts something in.</summary>
    public void Enqueue(Priority? priority, T item, LaneLimits limits = default)
    {
        var level = LevelOf(priority);
        var queue = _levels[level - 1] ??= new FairQueue<T>();
        var weight = priority?.FairnessWeight is > 0 and { } given ? given : Priority.DefaultFairnessWeight;
        queue.Enqueue(priority?.FairnessKey ?? string.Empty, weight, item, limits);
        Count++;
    }

    /// <summary>When the first of the fairness keys that their rates hold back may go on; null when none is held back.</summary>
    public DateTimeOffset? NextDueTime => _levels.Min(static l => l?.NextDueTime);

    /// <summary>What has waited longest in each lane.</summary>
    public IEnumerable<T> Heads => _levels.SelectMany(static l => l?.Heads ?? []);

    /// <summary>Takes what is next and may be out now.</summary>
    public bool TryDequeue(DateTimeOffset now, KeyRates? rates, [MaybeNullWhen(false)] out T item, out LaneLimits limits)
    {
        // A lane that is held back may leave room for one of a higher priority, which has to be looked at once more.
        do
        {
            foreach (var level in _levels)
            {
                level?.WakeRested(now);
                if (level is { ReadyLanes: > 0 } && level.TryDequeue(now, rates, out item, out limits))
                {
                    Count--;
                    return true;
                }
            }
        }
        while (HasReady);

        item = default;
        limits = LaneLimits.None;
        return false;
    }

    private bool HasReady
    {
        get
        {
            foreach (var level in _levels)
            {
                if (level is { ReadyLanes: > 0 })
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The priority key that counts.</summary>
    public static int LevelOf(Priority? priority) => priority is null or { PriorityKey: 0 } ? Priority.DefaultPriorityKey : priority.PriorityKey;
}
