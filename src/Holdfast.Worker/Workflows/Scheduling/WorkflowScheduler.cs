namespace Holdfast.Worker;

/// <summary>Runs the code of one run, piece by piece in the order in which the pieces became ready, on the thread that runs its workflow task.</summary>
/// <remarks>
/// Continuations of awaits arrive through the synchronization context, tasks of StartNew and ContinueWith through the task scheduler; both join one queue.
/// Whatever arrives from another thread, or between two tasks, is foreign: it is reported and never run.
/// </remarks>
internal sealed class WorkflowScheduler : TaskScheduler
{
    private const int NoThread = 0;

    private readonly Queue<WorkItem> _ready = new();
    private readonly ForeignWork _foreign;
    private int _ownerThreadId;

    public WorkflowScheduler(ForeignWork foreign) => _foreign = foreign;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>True on the thread that runs the workflow task, while it runs.</summary>
    public bool IsOwner => Volatile.Read(ref _ownerThreadId) == Environment.CurrentManagedThreadId;

    /// <summary>Pieces of code run so far.</summary>
    public long PiecesRun { get; private set; }

    /// <summary>Runs a body with this scheduler and its synchronization context current. The body must not throw.</summary>
    public void Run(Action<object?> body, object state)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new WorkflowSynchronizationContext(this));
        Volatile.Write(ref _ownerThreadId, Environment.CurrentManagedThreadId);
        try
        {
            new Task(body, state, CancellationToken.None, TaskCreationOptions.DenyChildAttach).RunSynchronously(this);
        }
        finally
        {
            Volatile.Write(ref _ownerThreadId, NoThread);
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    /// <summary>Adds a piece of code.</summary>
    public void Enqueue(SendOrPostCallback callback, object? state)
    {
        if (IsOwner)
        {
            _ready.Enqueue(new WorkItem(callback, state));
        }
        else
        {
            _foreign.Report("A continuation of workflow code came back from a thread that is not the workflow's.");
        }
    }

    /// <summary>Lets what follows be a piece of its own: nothing that waits since before continues inside it.</summary>
    public void BeginPiece() => SynchronizationContext.SetSynchronizationContext(new WorkflowSynchronizationContext(this));

    /// <summary>Runs the piece that became ready first; false when there is none. Throws what the piece throws.</summary>
    /// <remarks>
    /// Each piece has a synchronization context of its own: a continuation that finds the very context current that it captured runs at once inside the
    /// completion, out of turn and with the default task scheduler current.
    /// </remarks>
    public bool RunNext()
    {
        if (!_ready.TryDequeue(out var item))
        {
            return false;
        }

        PiecesRun++;
        BeginPiece();

        if (item.Callback is null)
        {
            TryExecuteTask((Task)item.State!);
        }
        else
        {
            item.Callback(item.State);
        }

        return true;
    }

    protected override void QueueTask(Task task)
    {
        if (IsOwner)
        {
            _ready.Enqueue(new WorkItem(null, task));
        }
        else
        {
            _foreign.Report("A task of workflow code was scheduled from a thread that is not the workflow's.");
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => IsOwner && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => _ready.Select(i => i.State).OfType<Task>();
}
