namespace Holdfast.Runtime;

/// <summary>Runs an owner's loop on a thread of its own, and on another one when workflow code holds the first too long.</summary>
internal sealed class OwnerThread : IDisposable
{
    private static readonly TimeSpan PatrolInterval = TimeSpan.FromMilliseconds(10);
    private readonly ShardOwner _owner;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _patience;
    private readonly ITimer _patrol;
    private readonly ManualResetEventSlim _stopped = new(false);
    private int _stopping;
    private int _threads;

    public OwnerThread(ShardOwner owner, EngineOptions options)
    {
        _owner = owner;
        _timeProvider = options.TimeProvider;
        _patience = options.WorkflowCodePatience;
        _patrol = _timeProvider.CreateTimer(_ => Patrol(), null, PatrolInterval, PatrolInterval);
    }

    public void Start() => StartThread();

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

    private void StartThread()
    {
        var name = $"Holdfast owner {_owner.Index}.{Interlocked.Increment(ref _threads)}";
        new Thread(Run) { IsBackground = true, Name = name }.Start();
    }

    private void Run()
    {
        while (Volatile.Read(ref _stopping) == 0)
        {
            if (!_owner.Turn())
            {
                return;
            }

            if (!_owner.HasWork)
            {
                _owner.Mailbox.Signal.Wait(_owner.NextDueTime - _owner.Now);
            }
        }

        _stopped.Set();
    }

    private void Patrol()
    {
        var calledBefore = _timeProvider.GetTimestamp() - (long)(_patience.TotalSeconds * _timeProvider.TimestampFrequency);
        if (_owner.Tenure.TryTakeOver(calledBefore))
        {
            _owner.WorkflowTasks.LogTakeOver(_patience);
            StartThread();
        }
    }
}
