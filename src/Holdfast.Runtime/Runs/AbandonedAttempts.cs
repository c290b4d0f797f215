namespace Holdfast.Runtime;

/// <summary>
/// Attempts of one owner's runs that are over for the engine (their run closed, or they timed out) while a worker still has them in hand: they use its slot and
/// count for the limits of their task queue until the worker reports. One that never does, because it died or its code hangs, is given up.
/// </summary>
internal sealed class AbandonedAttempts(ShardOwner owner, TimeProvider timeProvider) : IDisposable
{
    /// <summary>How long after its own timeouts, or after its worker has left, an attempt may still be reported.</summary>
    internal static readonly TimeSpan GracePeriod = TimeSpan.FromMinutes(1);

    private readonly Dictionary<AbandonedAttempt, ActivitySlot> _slots = [];
    private readonly DueTimes<AbandonedAttempt> _dueTimes = new();
    private readonly Alarm _alarm = new(timeProvider, () => owner.Mailbox.Post(new AttemptsOverdue()));

    public int Count => _slots.Count;

    /// <summary>When the first is given up; null when there is none.</summary>
    public DateTimeOffset? NextDueTime => _alarm.NextDueTime;

    /// <summary>Nobody waits for the outcome of an attempt any more.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="slot">Its slot.</param>
    /// <param name="overdueTime">When its own timeouts end it; null when it has none.</param>
    public void Add(AbandonedAttempt attempt, ActivitySlot slot, DateTimeOffset? overdueTime)
    {
        var now = owner.Now;
        _slots[attempt] = slot;
        _dueTimes.Set(attempt, (overdueTime > now ? overdueTime.Value : now) + GracePeriod);
        AwaitFirst();
    }

    /// <summary>The worker reports: the slot is free, if the attempt has one.</summary>
    public void Release(AbandonedAttempt attempt)
    {
        if (_slots.Remove(attempt, out var slot))
        {
            _dueTimes.Remove(attempt);
            AwaitFirst();
            Matching.ReleaseSlot(slot);
        }
    }

    /// <summary>Gives up what is overdue.</summary>
    public void GiveUpOverdue()
    {
        _alarm.Clear();
        while (_dueTimes.TryTakeDue(owner.Now, out var attempt))
        {
            _slots.Remove(attempt, out var slot);
            OwnerLog.AttemptGivenUp(owner.Services.Logger, slot!.Worker.Registration.Identity, attempt.RunId, attempt.ScheduledEventId, attempt.Attempt);
            Matching.ReleaseSlot(slot);
        }

        AwaitFirst();
    }

    /// <summary>The attempts of workers that have left end soon: with their process, or when it has shut down.</summary>
    public void HurryThoseOfGoneWorkers()
    {
        if (_slots.Count == 0)
        {
            return;
        }

        var latest = owner.Now + GracePeriod;
        foreach (var (attempt, slot) in _slots)
        {
            if (slot.Worker.IsGone && _dueTimes.Find(attempt) > latest)
            {
                _dueTimes.Set(attempt, latest);
            }
        }

        AwaitFirst();
    }

    public void Dispose() => _alarm.Dispose();

    private void AwaitFirst() => _alarm.Set(_dueTimes.NextDueTime, owner.Now);
}
