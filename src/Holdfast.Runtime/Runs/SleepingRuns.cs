using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Settled open runs that are not in memory but must be looked at by themselves at some time: a few dozen bytes each.</summary>
internal sealed class SleepingRuns
{
    private readonly PriorityQueue<(RunId RunId, ushort Shard), long> _byDueTicks = new();

    public int Count => _byDueTicks.Count;

    public DateTimeOffset? NextDueTime => _byDueTicks.TryPeek(out _, out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Notes when a run must be woken. A run may be noted more than once; waking it early or twice is harmless.</summary>
    public void Add(RunId runId, ushort shard, DateTimeOffset dueTime) => _byDueTicks.Enqueue((runId, shard), dueTime.UtcTicks);

    public bool TryTakeDue(DateTimeOffset now, out RunId runId)
    {
        if (_byDueTicks.TryPeek(out var first, out var ticks) && ticks <= now.UtcTicks)
        {
            _byDueTicks.Dequeue();
            runId = first.RunId;
            return true;
        }

        runId = default;
        return false;
    }
}
