namespace Holdfast.Runtime;

/// <summary>Which worker has which attempt of a run's activities.</summary>
internal sealed class RunAttempts
{
    private Dictionary<(long ScheduledEventId, int Attempt), WorkerEntry>? _workers;

    public bool IsEmpty => _workers is null || _workers.Count == 0;

    public void Add(long scheduledEventId, int attempt, WorkerEntry worker) => (_workers ??= [])[(scheduledEventId, attempt)] = worker;

    /// <summary>The worker that has the attempt; it keeps it.</summary>
    public WorkerEntry? Find(long scheduledEventId, int attempt) => _workers?.GetValueOrDefault((scheduledEventId, attempt));

    /// <summary>The attempt is out of the worker's hands; gives the worker, once.</summary>
    public WorkerEntry? Remove(long scheduledEventId, int attempt) =>
        _workers is not null && _workers.Remove((scheduledEventId, attempt), out var worker) ? worker : null;
}
