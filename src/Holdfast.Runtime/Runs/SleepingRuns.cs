using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Settled open runs that are not in memory but must be looked at by themselves at some time: a few dozen bytes each.</summary>
internal sealed class SleepingRuns
{
    private readonly DueTimes<RunId> _dueTimes = new();

    public int Count => _dueTimes.Count;

    /// <summary>Entries in memory, those that no longer count included.</summary>
    public int EntryCount => _dueTimes.EntryCount;

    public DateTimeOffset? NextDueTime => _dueTimes.NextDueTime;

    /// <summary>Notes when a run must be woken; what was noted of it before no longer counts. Waking one early or twice is harmless.</summary>
    public void Set(RunId runId, DateTimeOffset dueTime) => _dueTimes.Set(runId, dueTime);

    /// <summary>The run is in memory, or gone.</summary>
    public void Remove(RunId runId) => _dueTimes.Remove(runId);

    public bool TryTakeDue(DateTimeOffset now, out RunId runId) => _dueTimes.TryTakeDue(now, out runId);
}
