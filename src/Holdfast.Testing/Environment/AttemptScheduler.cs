namespace Holdfast.Testing;

/// <summary>Runs activity code and settling on the thread pool, and knows whether any of it is queued or running.</summary>
internal sealed class AttemptScheduler(Action becameIdle) : TaskScheduler
{
    [ThreadStatic]
    private static AttemptScheduler? _running;

    private int _pending;

    /// <summary>True when nothing is queued or running.</summary>
    public bool IsIdle => Volatile.Read(ref _pending) == 0;

    protected override void QueueTask(Task task)
    {
        Interlocked.Increment(ref _pending);
        ThreadPool.UnsafeQueueUserWorkItem(static item => item.Scheduler.Run(item.Task), (Scheduler: this, Task: task), preferLocal: false);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(_running, this) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void Run(Task task)
    {
        _running = this;
        TryExecuteTask(task);
        _running = null;
        if (Interlocked.Decrement(ref _pending) == 0)
        {
            becameIdle();
        }
    }
}
