namespace Holdfast.Runtime;

/// <summary>Which worker has which attempt of a run's activities.</summary>
internal sealed class RunAttempts
{
    private Dictionary<(long ScheduledEventId, int Attempt), ActivitySlot>? _slots;

    public bool IsEmpty => _slots is null || _slots.Count == 0;

    public void Add(long scheduledEventId, int attempt, ActivitySlot slot) => (_slots ??= [])[(scheduledEventId, attempt)] = slot;

    /// <summary>The slot of the attempt; it keeps it.</summary>
    public ActivitySlot? Find(long scheduledEventId, int attempt) => _slots?.GetValueOrDefault((scheduledEventId, attempt));

    /// <summary>The attempt is out of the worker's hands; gives its slot, once.</summary>
    public ActivitySlot? Remove(long scheduledEventId, int attempt) =>
        _slots is not null && _slots.Remove((scheduledEventId, attempt), out var slot) ? slot : null;
}
