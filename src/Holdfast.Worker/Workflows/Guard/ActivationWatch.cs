using System.Diagnostics;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Knows which workflow tasks are running and for how long, so that a watchdog can report code that does not come to its next wait.</summary>
/// <remarks>Threading: safe from any thread.</remarks>
public sealed class ActivationWatch
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _running = [];
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _limit;

    internal ActivationWatch(TimeProvider timeProvider, TimeSpan limit)
    {
        _timeProvider = timeProvider;
        _limit = limit == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : limit;
    }

    /// <summary>Workflow tasks that are running.</summary>
    public int RunningCount
    {
        get
        {
            lock (_gate)
            {
                return _running.Count;
            }
        }
    }

    /// <summary>The workflow tasks that have run for longer than the deadlock timeout. Empty while a debugger is attached.</summary>
    public IReadOnlyList<StuckActivation> Poll()
    {
        if (Debugger.IsAttached)
        {
            return [];
        }

        lock (_gate)
        {
            return [.. _running.Select(Describe).Where(a => a.Elapsed > _limit)];
        }
    }

    internal Entry Begin(WorkflowTask task)
    {
        var entry = new Entry(task, _timeProvider.GetTimestamp());
        lock (_gate)
        {
            _running.Add(entry);
        }

        return entry;
    }

    /// <summary>Ends the watch; true when the task ran for too long.</summary>
    internal bool End(Entry entry, out TimeSpan elapsed)
    {
        lock (_gate)
        {
            _running.Remove(entry);
        }

        elapsed = _timeProvider.GetElapsedTime(entry.StartTimestamp);
        return elapsed > _limit && !Debugger.IsAttached;
    }

    private StuckActivation Describe(Entry entry) => new(entry.Task.Workflow, entry.Task.RunId, entry.Task.WorkflowType, _timeProvider.GetElapsedTime(entry.StartTimestamp));

    internal sealed record Entry(WorkflowTask Task, long StartTimestamp);
}
