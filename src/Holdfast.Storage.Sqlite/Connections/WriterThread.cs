using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Storage.Sqlite.Connections;

/// <summary>Runs tasks one after the other on a thread of its own, which begins with the first and ends when the scheduler is disposed of.</summary>
/// <remarks>
/// A settlement keeps its thread for tens of milliseconds, in the disk and in SQLite. On the thread pool, which begins with as many threads as there are
/// processors, half of the activities of a small machine would wait behind it.
/// </remarks>
internal sealed class WriterThread : TaskScheduler, IDisposable
{
    private readonly object _gate = new();
    private readonly Queue<Task> _tasks = new();
    private Thread? _thread;
    private bool _isEnded;

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Ends the thread after the tasks that it was given. What is given to it later runs on the thread of the giver.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isEnded = true;
            Monitor.Pulse(_gate);
        }

        _thread?.Join();
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        if (!TryEnqueue(task))
        {
            TryExecuteTask(task);
        }
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate)
        {
            return [.. _tasks];
        }
    }

    private bool TryEnqueue(Task task)
    {
        lock (_gate)
        {
            if (_isEnded)
            {
                return false;
            }

            _tasks.Enqueue(task);
            Monitor.Pulse(_gate);
            if (_thread is null)
            {
                _thread = new Thread(Run) { IsBackground = true, Name = "Holdfast store" };
                _thread.UnsafeStart();
            }

            return true;
        }
    }

    private void Run()
    {
        while (TryTake(out var task))
        {
            TryExecuteTask(task);
        }
    }

    /// <summary>Waits for a task; false when none comes any more.</summary>
    private bool TryTake([NotNullWhen(true)] out Task? task)
    {
        lock (_gate)
        {
            while (_tasks.Count == 0 && !_isEnded)
            {
                Monitor.Wait(_gate);
            }

            return _tasks.TryDequeue(out task);
        }
    }
}
