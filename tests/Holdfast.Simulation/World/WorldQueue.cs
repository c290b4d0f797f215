namespace Holdfast.Simulation;

/// <summary>The code of one process (or of the clients) that is ready to go on: a synchronization context and a task scheduler whose pieces the world runs, one at a time, in an order of its own.</summary>
internal sealed class WorldQueue : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Callback, object? State)> _ready = [];
    private bool _isDead;

    public WorldQueue() => Scheduler = new QueueScheduler(this);

    /// <summary>Tasks that are started here are pieces like any other.</summary>
    public TaskScheduler Scheduler { get; }

    /// <summary>True when nothing of it ever goes on.</summary>
    public bool IsDead => _isDead;

    public bool IsEmpty => _ready.Count == 0;

    /// <summary>The process ended: its code never goes on.</summary>
    public void Die()
    {
        _isDead = true;
        _ready.Clear();
    }

    /// <summary>Runs one of the pieces that are ready.</summary>
    public void RunOne(Random chance)
    {
        var index = chance.Next(_ready.Count);
        var (callback, state) = _ready[index];
        _ready.RemoveAt(index);
        Enter(() => callback(state));
    }

    /// <summary>Runs a piece of code as if it were one of the pieces.</summary>
    public void Enter(Action piece)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            piece();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!_isDead)
        {
            _ready.Add((d, state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    private sealed class QueueScheduler(WorldQueue queue) : TaskScheduler
    {
        protected override void QueueTask(Task task) => queue.Post(state => TryExecuteTask((Task)state!), task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }
}
