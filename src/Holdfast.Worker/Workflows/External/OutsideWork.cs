using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A workflow task that waits for the blob store, which is asked on another thread than the owner's.</summary>
internal abstract class OutsideWork(ExternalPayloadTaskHandler handler, WorkflowTask task) : ISuspendedWorkflowTask
{
    private Task? _work;

    /// <inheritdoc/>
    public bool MayAnswer => false;

    protected ExternalPayloadTaskHandler Handler => handler;

    protected WorkflowTask WorkflowTask => task;

    /// <summary>Begins the work.</summary>
    public OutsideWork Begin(TaskScheduler scheduler)
    {
        _work = Task.Factory.StartNew(static work => ((OutsideWork)work!).WorkAsync(), this, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
        return this;
    }

    /// <inheritdoc/>
    /// <remarks>The blob store may be asked before anything is durable: reading changes nothing, and a blob that no record comes to name is only a blob too many.</remarks>
    public void Begin()
    {
        Invariant.That(_work is not null, "work on blobs begins as soon as its task waits for it");
    }

    /// <inheritdoc/>
    public void NotifyWhenReady(Action ready) =>
        _ = _work!.ContinueWith(static (_, ready) => ((Action)ready!)(), ready, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <inheritdoc/>
    public WorkflowTaskResult Continue()
    {
        Invariant.That(_work is { IsCompleted: true }, "a suspended task is continued when it is ready");
        return _work!.Exception is { } failure ? handler.Fail(task, failure.InnerException!) : GoOn();
    }

    /// <inheritdoc/>
    public WorkflowTaskResult Answer(WorkflowTask query)
    {
        Invariant.That(ReferenceEquals(query, task), "a task that waits for the blob store answers no query but its own");
        return Continue();
    }

    protected abstract Task WorkAsync();

    protected abstract WorkflowTaskResult GoOn();
}
