namespace Holdfast.TestSupport;

/// <summary>Runs each task at once on the thread that starts it.</summary>
public sealed class InlineScheduler : TaskScheduler
{
    /// <summary>The scheduler.</summary>
    public static readonly InlineScheduler Instance = new();

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => TryExecuteTask(task);

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => !taskWasPreviouslyQueued && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
