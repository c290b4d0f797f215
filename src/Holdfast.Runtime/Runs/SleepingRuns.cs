using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// Settled open runs that are not in memory but must be looked at by themselves at some time: a few dozen bytes each. They are read shortly before their time, so that
/// at their time nothing is left to do but what they wait for; when many are due together, that matters.
/// </summary>
/// <remarks>Reading one early or twice is harmless. While as many runs are in memory as should be, none is read before its time.</remarks>
internal sealed class SleepingRuns(ShardOwner owner, EngineOptions options)
{
    private readonly DueTimes<RunId> _dueTimes = new();

    public int Count => _dueTimes.Count;

    /// <summary>Entries in memory, those that no longer count included.</summary>
    public int EntryCount => _dueTimes.EntryCount;

    /// <summary>When the next is to be read; null when there is none.</summary>
    public DateTimeOffset? NextDueTime => _dueTimes.NextDueTime - Ahead;

    private TimeSpan Ahead => owner.Directory.Count + owner.Loader.RunsBeingWoken < options.RunsInMemoryGoalOfOwner ? options.WakeAhead : TimeSpan.Zero;

    /// <summary>The run must be looked at when it is due.</summary>
    public void Set(RunId runId, DateTimeOffset dueTime) => _dueTimes.Set(runId, dueTime);

    /// <summary>The run could not be read, and is to be read at another time.</summary>
    public void ReadAgain(RunId runId, DateTimeOffset time) => _dueTimes.Set(runId, time + options.WakeAhead);

    public void Remove(RunId runId) => _dueTimes.Remove(runId);

    /// <summary>True when a run with this due time would be read again as soon as it left memory.</summary>
    public bool IsSoon(DateTimeOffset dueTime, DateTimeOffset now) => dueTime - options.WakeAhead <= now;

    /// <summary>Reads those that are due, or nearly; the rest of very many at the next turn.</summary>
    public void ReadDue(DateTimeOffset now)
    {
        if (!(NextDueTime <= now))
        {
            return;
        }

        List<RunId> due = [];
        while (due.Count < options.MessagesPerBatch && _dueTimes.TryTakeDue(now + Ahead, out var runId))
        {
            due.Add(runId);
        }

        owner.Loader.Wake(due);
    }
}
