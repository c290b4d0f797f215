namespace Holdfast.Runtime;

/// <summary>
/// Messages that somebody owes a run which could not be read: they are tried again, after a second at first and a minute at most, for as long as the engine runs.
/// After a crash whoever owes them sends them anew.
/// </summary>
internal sealed class OwedMessages(ShardOwner owner, TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);
    private readonly PriorityQueue<RunTargetedMessage, long> _byTicks = new();
    private readonly Alarm _alarm = new(timeProvider, () => owner.Mailbox.Post(new OwedMessagesDue()));

    /// <summary>When the first is tried again; null when none waits.</summary>
    public DateTimeOffset? NextDueTime => _alarm.NextDueTime;

    /// <summary>The message's run could not be read.</summary>
    public void TryLater(RunTargetedMessage message)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(message.FailedReads, 30));
        message.FailedReads++;
        _byTicks.Enqueue(message, (owner.Now + (delay < LongestDelay ? delay : LongestDelay)).UtcTicks);
        AwaitFirst();
    }

    /// <summary>Tries again what is due.</summary>
    public void TryDue()
    {
        _alarm.Clear();
        List<RunTargetedMessage> due = [];
        while (_byTicks.TryPeek(out var message, out var ticks) && ticks <= owner.Now.UtcTicks)
        {
            _byTicks.Dequeue();
            due.Add(message);
        }

        AwaitFirst();
        due.ForEach(owner.Locate);
    }

    public void Dispose() => _alarm.Dispose();

    private void AwaitFirst() => _alarm.Set(_byTicks.TryPeek(out _, out var ticks) ? new DateTimeOffset(ticks, TimeSpan.Zero) : null, owner.Now);
}
