namespace Holdfast.Runtime.Tests;

/// <summary>Runs background work when the test lets it.</summary>
internal sealed class HeldScheduler : TaskScheduler
{
    private readonly Queue<Task> _tasks = new();

    /// <summary>True while work is not run but kept.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Runs what was kept.</summary>
    public void Release()
    {
        IsHeld = false;
        while (_tasks.TryDequeue(out var task))
        {
            TryExecuteTask(task);
        }
    }

    /// <summary>Runs what was kept, what came last first.</summary>
    public void ReleaseNewestFirst()
    {
        IsHeld = false;
        foreach (var task in _tasks.Reverse().ToList())
        {
            TryExecuteTask(task);
        }

        _tasks.Clear();
    }

    protected override void QueueTask(Task task)
    {
        if (IsHeld)
        {
            _tasks.Enqueue(task);
        }
        else
        {
            TryExecuteTask(task);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _tasks;
}
