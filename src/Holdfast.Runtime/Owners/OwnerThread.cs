using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// Turns an owner's loop: on a thread of its own, or, when the loop is at rest, on the thread of a worker that brings a report, which spares the report two
/// changes of threads. One thread at a time turns it; one that workflow code holds too long loses it to another.
/// </summary>
internal sealed class OwnerThread : IDisposable
{
    private static readonly TimeSpan PatrolInterval = TimeSpan.FromMilliseconds(10);
    private readonly ShardOwner _owner;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _patience;
    private readonly ITimer _patrol;
    private readonly ManualResetEventSlim _stopped = new(false);
    private long _nextDueTicks = long.MaxValue;
    private int _turning;
    private int _stopping;
    private int _takeOvers;
    private bool _isTurnedByLoop;

    public OwnerThread(ShardOwner owner, EngineOptions options)
    {
        _owner = owner;
        _timeProvider = options.TimeProvider;
        _patience = options.WorkflowCodePatience;
        _patrol = _timeProvider.CreateTimer(_ => Patrol(), null, PatrolInterval, PatrolInterval);
    }

    public void Start()
    {
        NoteNextDueTime();
        StartThread(Run);
    }

    /// <summary>Posts a worker's report, and sees to it on this thread when the loop is at rest.</summary>
    public void PostReport(OwnerMessage report)
    {
        // When others wait already, the loop's own thread takes them together, in larger batches.
        var isAlone = _owner.Mailbox.IsEmpty;
        _owner.Mailbox.PostQuietly(report);
        if (!isAlone || !PoolThread.IsCurrent || Interlocked.CompareExchange(ref _turning, 1, 0) != 0)
        {
            _owner.Mailbox.Signal.Set();
            return;
        }

        // Workflow code must see nothing of the worker's context.
        PoolThread.RunClean(static self => ((OwnerThread)self!).TurnHere(), this);
    }

    /// <summary>Stops the loop after its turn and waits for that.</summary>
    public void Stop(TimeSpan limit)
    {
        Volatile.Write(ref _stopping, 1);
        _owner.Mailbox.Signal.Set();
        _stopped.Wait(limit);
    }

    public void Dispose()
    {
        _patrol.Dispose();
        _stopped.Dispose();
    }

    private void TurnHere()
    {
        _isTurnedByLoop = false;
        _owner.Batches.IsQuiet = true;
        if (_owner.Turn())
        {
            _owner.Batches.IsQuiet = false;
            Leave();
            if (_owner.Batches.IsRefused)
            {
                _owner.Mailbox.Signal.Set(); // the batch that came back may have signaled while this thread had the loop
            }
        }

        _owner.Services.Journal.WriteHere();
    }

    /// <summary>
    /// The loop. A thread that was held up finds that another has taken its place, and leaves without touching anything: there is one such thread at a time, and it
    /// alone waits for the signal.
    /// </summary>
    private void Run()
    {
        while (Volatile.Read(ref _stopping) == 0)
        {
            if (Interlocked.CompareExchange(ref _turning, 1, 0) == 0)
            {
                _isTurnedByLoop = true;
                if (!TurnUntilIdle())
                {
                    return;
                }
            }

            _owner.Mailbox.Signal.Wait(TimeToNextDue());
        }

        // Whoever turns the loop ends its turn; nobody turns it after that.
        SpinWait.SpinUntil(() => Interlocked.CompareExchange(ref _turning, 1, 0) == 0);
        _stopped.Set();
    }

    /// <summary>Turns until nothing is left to do, and gives the loop up.</summary>
    /// <returns>False when another thread has taken the loop over.</returns>
    private bool TurnUntilIdle()
    {
        do
        {
            _owner.Batches.IsQuiet = false;
            if (!_owner.Turn())
            {
                return false;
            }
        }
        while (_owner.HasWork && !_owner.Batches.IsRefused && Volatile.Read(ref _stopping) == 0);

        Leave();
        return true;
    }

    /// <summary>Gives the loop up; what came meanwhile, or is due earlier than the loop's thread knows, wakes that thread.</summary>
    private void Leave()
    {
        var isEarlier = NoteNextDueTime();
        var hasWork = _owner.HasWork && !_owner.Batches.IsRefused; // a batch that comes back wakes a loop that was refused
        Interlocked.Exchange(ref _turning, 0);
        if (isEarlier || hasWork || (!_owner.Mailbox.IsEmpty && !_owner.Batches.IsRefused))
        {
            _owner.Mailbox.Signal.Set();
        }
    }

    private bool NoteNextDueTime()
    {
        var ticks = _owner.NextDueTime?.UtcTicks ?? long.MaxValue;
        return ticks < Interlocked.Exchange(ref _nextDueTicks, ticks);
    }

    private TimeSpan? TimeToNextDue()
    {
        var ticks = Interlocked.Read(ref _nextDueTicks);
        return ticks == long.MaxValue ? null : TimeSpan.FromTicks(ticks - _timeProvider.GetUtcNow().UtcTicks);
    }

    /// <summary>A turn that workflow code holds too long goes on without it, on another thread.</summary>
    private void Patrol()
    {
        var calledBefore = _timeProvider.GetTimestamp() - (long)(_patience.TotalSeconds * _timeProvider.TimestampFrequency);
        if (_owner.Tenure.TryTakeOver(calledBefore))
        {
            _owner.WorkflowTasks.LogTakeOver(_patience);
            Replace();
        }
    }

    /// <summary>Ends the turn on another thread, which takes the place of the loop's thread when that is the one held up.</summary>
    private void Replace()
    {
        _takeOvers++;
        var isLoop = _isTurnedByLoop;
        StartThread(() =>
        {
            if (TurnUntilIdle() && isLoop)
            {
                Run();
            }
        });
    }

    private void StartThread(ThreadStart run) =>
        new Thread(run) { IsBackground = true, Name = $"Holdfast owner {_owner.Index}.{_takeOvers}" }.Start();
}
