using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Which worker has which attempt of a run's activities.</summary>
internal sealed class RunAttempts
{
    /// <summary>Most runs have one attempt under way at a time, which needs no table.</summary>
    private (long ScheduledEventId, int Attempt) _only;
    private ActivitySlot? _onlySlot;
    private Dictionary<(long ScheduledEventId, int Attempt), ActivitySlot>? _others;

    public bool IsEmpty => _onlySlot is null && (_others is null || _others.Count == 0);

    /// <summary>A worker takes an attempt in hand. One that had two slots would give back one of them.</summary>
    public void Add(long scheduledEventId, int attempt, ActivitySlot slot)
    {
        Invariant.That(Find(scheduledEventId, attempt) is null, "an attempt has one slot");
        if (_onlySlot is null)
        {
            (_only, _onlySlot) = ((scheduledEventId, attempt), slot);
        }
        else
        {
            (_others ??= []).Add((scheduledEventId, attempt), slot);
        }
    }

    /// <summary>The slot of the attempt; it keeps it.</summary>
    public ActivitySlot? Find(long scheduledEventId, int attempt) =>
        IsOnly(scheduledEventId, attempt) ? _onlySlot : _others?.GetValueOrDefault((scheduledEventId, attempt));

    /// <summary>The attempt is out of the worker's hands; gives its slot, once.</summary>
    public ActivitySlot? Remove(long scheduledEventId, int attempt)
    {
        if (IsOnly(scheduledEventId, attempt))
        {
            var only = _onlySlot;
            _onlySlot = null;
            return only;
        }

        return _others is not null && _others.Remove((scheduledEventId, attempt), out var slot) ? slot : null;
    }

    private bool IsOnly(long scheduledEventId, int attempt) => _onlySlot is not null && _only == (scheduledEventId, attempt);
}
