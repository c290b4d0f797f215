namespace Holdfast.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
/// <remarks>
/// Order: due timers run one at a time on the thread that advances, by due time and, among equals, in the order in which they were armed; while one runs the
/// clock shows its due time. Timers that a callback arms take part in the same advance. A timer that is due at once runs with the next advance, even one by zero:
/// arming never runs anything. Threading: safe from any thread, but advances must not overlap or nest.
/// </remarks>
public sealed class VirtualTimeProvider : TimeProvider
{
    /// <summary>Where the clock starts unless told otherwise: 2030-01-01T00:00:00Z.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly SortedSet<ArmedTimer> _armed = [];
    private readonly List<TimerCountWaiter> _waiters = [];
    private readonly DateTimeOffset _start;
    private DateTimeOffset _now;
    private long _lastSequence;
    private bool _advancing;

    /// <summary>Creates a clock that shows <see cref="DefaultStart"/>.</summary>
    public VirtualTimeProvider()
        : this(DefaultStart)
    {
    }

    /// <summary>Creates a clock that shows the given time.</summary>
    public VirtualTimeProvider(DateTimeOffset start)
    {
        _start = start.ToUniversalTime();
        _now = _start;
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Number of timers that are armed.</summary>
    public int ArmedTimerCount
    {
        get
        {
            lock (_gate)
            {
                return _armed.Count;
            }
        }
    }

    /// <summary>Called after a timer was armed, on the thread that armed it.</summary>
    internal Action? TimerArmed { get; set; }

    /// <summary>When the next timer is due; null when none is armed.</summary>
    public DateTimeOffset? NextDueTime
    {
        get
        {
            lock (_gate)
            {
                return _armed.Min?.DueTime;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => (GetUtcNow() - _start).Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => CreateTimer(callback, state, dueTime, period, null);

    /// <summary>Moves the clock and runs every timer that becomes due on the way.</summary>
    /// <param name="duration">How far; zero or more. Zero runs what is due now.</param>
    public void Advance(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        AdvanceTo(GetUtcNow() + duration);
    }

    /// <summary>Moves the clock to a time and runs every timer that becomes due on the way.</summary>
    /// <param name="time">Not before the time that the clock shows.</param>
    public void AdvanceTo(DateTimeOffset time)
    {
        Enter(time);
        try
        {
            while (TakeDue(time) is { } due)
            {
                due.Timer.Run(due);
            }
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Moves the clock to the next due timer, and runs it and all others that are due then.</summary>
    /// <returns>False, and nothing moves, when no timer is armed.</returns>
    public bool AdvanceToNextTimer()
    {
        if (NextDueTime is not { } due)
        {
            return false;
        }

        var current = GetUtcNow();
        AdvanceTo(due < current ? current : due);
        return true;
    }

    /// <summary>Waits until code that runs elsewhere has armed timers, so that an advance will reach them.</summary>
    /// <param name="count">How many must be armed; at least 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WhenTimersArmedAsync(int count = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_gate)
        {
            if (_armed.Count >= count)
            {
                return Task.CompletedTask;
            }

            var waiter = new TimerCountWaiter(count);
            _waiters.Add(waiter);
            return waiter.Reached.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Creates a timer that is somebody's.</summary>
    internal ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, object? waiter)
    {
        var timer = new VirtualTimer(this, callback, state) { Waiter = waiter };
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Whose timers are armed; those that are nobody's are left out.</summary>
    internal IReadOnlyList<object> ReadWaiters()
    {
        lock (_gate)
        {
            return [.. _armed.Select(entry => entry.Timer.Waiter).OfType<object>()];
        }
    }

    internal ArmedTimer Arm(VirtualTimer timer, TimeSpan delay)
    {
        lock (_gate)
        {
            var entry = new ArmedTimer(DueTimeAfter(delay), ++_lastSequence, timer);
            _armed.Add(entry);
            _waiters.RemoveAll(w => w.ReleaseAt(_armed.Count));
            return entry;
        }
    }

    internal void Disarm(ArmedTimer entry)
    {
        lock (_gate)
        {
            _armed.Remove(entry);
        }
    }

    private DateTimeOffset DueTimeAfter(TimeSpan delay) => delay < DateTimeOffset.MaxValue - _now ? _now + delay : DateTimeOffset.MaxValue;

    private void Enter(DateTimeOffset time)
    {
        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, _now);
            if (_advancing)
            {
                throw new InvalidOperationException("The clock is being advanced already: advances must not overlap or nest.");
            }

            _advancing = true;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _advancing = false;
        }
    }

    private ArmedTimer? TakeDue(DateTimeOffset time)
    {
        lock (_gate)
        {
            if (_armed.Min is not { } next || next.DueTime > time)
            {
                _now = time;
                return null;
            }

            _armed.Remove(next);
            _now = next.DueTime;
            return next;
        }
    }
}
