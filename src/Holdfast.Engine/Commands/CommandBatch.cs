using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>What the commands seen so far of a task will have done to the run, for the validation of those that follow. Reused from task to task.</summary>
internal sealed class CommandBatch
{
    private readonly HashSet<string> _activitiesScheduled = new(StringComparer.Ordinal);
    private readonly HashSet<long> _activitiesCanceled = [];
    private readonly HashSet<string> _timersStarted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _timersCanceled = new(StringComparer.Ordinal);
    private readonly HashSet<string> _updatesAnswered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _updatesAccepted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _updatesCompleted = new(StringComparer.Ordinal);

    internal CommandBatch(EngineLimits limits, ISearchAttributeTypes searchAttributeTypes)
    {
        Limits = limits;
        SearchAttributeTypes = searchAttributeTypes;
    }

    internal EngineLimits Limits { get; }

    /// <summary>Types of search attributes.</summary>
    internal ISearchAttributeTypes SearchAttributeTypes { get; }

    /// <summary>The search attributes as the commands seen so far leave them; null when none changed them.</summary>
    internal PayloadMap? SearchAttributes { get; set; }

    /// <summary>The memo as the commands seen so far leave it; null when none changed it.</summary>
    internal PayloadMap? Memo { get; set; }

    /// <summary>True when a command does more than reject an update.</summary>
    internal bool LeavesTrace { get; set; }

    internal int ActivityCount => _activitiesScheduled.Count;

    internal int ChildCount { get; set; }

    internal int ExternalCancelCount { get; set; }

    internal int ExternalSignalCount { get; set; }

    internal int TimerCount => _timersStarted.Count;

    internal void Begin()
    {
        LeavesTrace = false;
        SearchAttributes = null;
        Memo = null;
        ChildCount = 0;
        ExternalCancelCount = 0;
        ExternalSignalCount = 0;
        _activitiesScheduled.Clear();
        _activitiesCanceled.Clear();
        _timersStarted.Clear();
        _timersCanceled.Clear();
        _updatesAnswered.Clear();
        _updatesAccepted.Clear();
        _updatesCompleted.Clear();
    }

    internal bool ScheduleActivity(string activityId) => _activitiesScheduled.Add(activityId);

    internal bool CancelActivity(long scheduledEventId) => _activitiesCanceled.Add(scheduledEventId);

    /// <summary>True when no pending timer has the ID, counting what the batch starts and cancels.</summary>
    internal bool StartTimer(string timerId, bool isPending) => (!isPending || _timersCanceled.Contains(timerId)) && _timersStarted.Add(timerId);

    /// <summary>True when there is such a timer, counting what the batch starts and cancels.</summary>
    internal bool CancelTimer(string timerId, bool isPending) => _timersStarted.Remove(timerId) || (isPending && _timersCanceled.Add(timerId));

    /// <summary>True when the update was not yet accepted or rejected in this batch.</summary>
    internal bool AnswerUpdate(string updateId, bool accepts)
    {
        if (!_updatesAnswered.Add(updateId))
        {
            return false;
        }

        if (accepts)
        {
            _updatesAccepted.Add(updateId);
        }

        return true;
    }

    /// <summary>True when the update is accepted, by the run or in this batch, and not completed.</summary>
    internal bool CompleteUpdate(string updateId, bool isRunning) => (isRunning || _updatesAccepted.Contains(updateId)) && _updatesCompleted.Add(updateId);
}
