namespace Holdfast.Testing;

/// <summary>Turns the engine when there is work, and moves time on when there is none. Runs on the thread pool, and only while it has something to do.</summary>
/// <remarks>
/// Whoever gives the engine or the worker something, or ends something, wakes it (<see cref="Wake"/>); a turn looks at everything again, so no wake-up can be lost
/// and none need say why. Threading: <see cref="Wake"/>, <see cref="AdvanceAsync"/> and <see cref="Switch"/> are safe from any thread; turns never overlap.
/// </remarks>
internal sealed class EnvironmentPump(VirtualTimeProvider clock, bool skipsTime) : IThreadPoolWorkItem
{
    private readonly Lock _turn = new();
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Advance, DateTimeOffset> _advances = new();
    private EnvironmentProcess? _process;
    private int _wakeUps;

    /// <summary>Something may have changed.</summary>
    public void Wake()
    {
        if (Interlocked.Increment(ref _wakeUps) == 1)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Lets time pass up to a point.</summary>
    public Task AdvanceAsync(TimeSpan duration)
    {
        Advance advance = new(clock.GetUtcNow() + duration);
        lock (_gate)
        {
            _advances.Enqueue(advance, advance.Target);
        }

        Wake();
        return advance.Reached;
    }

    /// <summary>Lets the turn under way end, changes what is durable if need be, and from then on turns another process, or none.</summary>
    public void Switch(EnvironmentProcess? process, Action? between = null)
    {
        lock (_turn)
        {
            _process = process;
            between?.Invoke();
        }

        Wake();
    }

    /// <summary>The environment ends: nobody's time passes any more.</summary>
    public void AbandonAdvances(Exception exception)
    {
        lock (_gate)
        {
            while (_advances.TryDequeue(out var advance, out _))
            {
                advance.Abandon(exception);
            }
        }
    }

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _wakeUps);
            lock (_turn)
            {
                Turn();
            }
        }
        while (Interlocked.CompareExchange(ref _wakeUps, 0, seen) != seen);
    }

    private void Turn()
    {
        if (_process is not { } process)
        {
            return;
        }

        try
        {
            while (IsSettled(process, out var activity) && (activity is not { } looked || MoveTime(process, looked)))
            {
                // What has become due, or came meanwhile, is seen to.
            }
        }
        catch (Exception exception)
        {
            process.Fail(exception);
        }

        if (process.Defect is { } defect)
        {
            AbandonAdvances(defect);
        }
    }

    /// <summary>True when nothing but time can bring anything on.</summary>
    /// <param name="process">The process.</param>
    /// <param name="activity">What goes on; null when something came while that was looked at, which the engine must see before time may pass.</param>
    private bool IsSettled(EnvironmentProcess process, out EnvironmentActivity? activity)
    {
        var wakeUps = Volatile.Read(ref _wakeUps);
        activity = IsQuiet(process) ? process.Look() : null;
        if (activity is not { AllAttemptsWait: true })
        {
            return false;
        }

        if (Volatile.Read(ref _wakeUps) != wakeUps)
        {
            activity = null;
        }

        return true;
    }

    /// <summary>Turns the engine until it has nothing to do; true when no activity code ran either just before it had nothing to do, so that nothing can have come since.</summary>
    private static bool IsQuiet(EnvironmentProcess process)
    {
        bool isIdle;
        do
        {
            isIdle = process.IsIdle;
        }
        while (process.PumpOnce());
        return isIdle && !process.HasEnded;
    }

    private bool MoveTime(EnvironmentProcess process, EnvironmentActivity activity)
    {
        var now = clock.GetUtcNow();
        var next = Earlier(process.NextDueTime, clock.NextDueTime);
        if (next <= now)
        {
            return Pass(process, now);
        }

        if (FirstAdvance() is { } advance)
        {
            return MoveTowards(process, advance, now, next);
        }

        return skipsTime && activity is { IsAwaited: true, HasReasonToPass: true } && next is { } due && Pass(process, due);
    }

    private bool MoveTowards(EnvironmentProcess process, Advance advance, DateTimeOffset now, DateTimeOffset? next)
    {
        if (advance.Target <= now)
        {
            Finish(advance);
            return true;
        }

        return Pass(process, next < advance.Target ? next.Value : advance.Target);
    }

    private bool Pass(EnvironmentProcess process, DateTimeOffset time)
    {
        clock.AdvanceTo(time);
        process.TimePassed();
        return true;
    }

    private Advance? FirstAdvance()
    {
        lock (_gate)
        {
            return _advances.TryPeek(out var advance, out _) ? advance : null;
        }
    }

    private void Finish(Advance advance)
    {
        lock (_gate)
        {
            _advances.Dequeue();
        }

        advance.Complete();
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) => left is null || right < left ? right : left;
}
