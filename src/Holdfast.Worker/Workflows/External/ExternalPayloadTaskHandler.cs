using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Has the payloads that lie in the blob store here before workflow code runs, and moves the large ones that it makes there before they are recorded.</summary>
/// <remarks>
/// Threading: as <see cref="IWorkflowTaskHandler"/>. The owner's thread never waits for the store: a task that needs it is suspended, and goes on when it is ready.
/// A task without such payloads passes through.
/// </remarks>
internal sealed class ExternalPayloadTaskHandler(WorkflowTaskHandler workflows, ExternalPayloads external, IDataConverter converter, TaskScheduler scheduler) : IWorkflowTaskHandler
{
    private readonly PayloadCache _cache = new(external.Options.CachedBytes);

    /// <inheritdoc/>
    public WorkflowTaskResult Execute(WorkflowTask task) => Execute(task, null);

    /// <inheritdoc/>
    public void Evict(RunId runId) => workflows.Evict(runId);

    /// <inheritdoc/>
    public void ReadAhead(ReadOnlySpan<RunId> runIds) => workflows.ReadAhead(runIds);

    /// <summary>Runs a task when everything that it needs is here; suspends it otherwise.</summary>
    internal WorkflowTaskResult Execute(WorkflowTask task, Dictionary<BlobId, ReadOnlyMemory<byte>>? held)
    {
        var given = WithHistory(task);
        return ExternalPayloads.HasReferences(given, TaskPayloads.Rewrite)
            ? Execute(task, given, held ?? [])
            : Ended(task, workflows.Execute(given));
    }

    /// <summary>Gives the result on, when nothing in it is to be stored.</summary>
    internal WorkflowTaskResult Ended(WorkflowTask task, WorkflowTaskResult result) => result switch
    {
        WorkflowTaskResult.Suspended suspended => new WorkflowTaskResult.Suspended(new ContinuedTask(this, task, suspended.Task)),
        WorkflowTaskResult.Completed completed when external.HasLarge(completed.Commands, CommandPayloads.Rewrite) =>
            new WorkflowTaskResult.Suspended(new StoringTask(this, task, completed).Begin(scheduler)),
        _ => result,
    };

    /// <summary>The store could not be used, or does not have what is needed.</summary>
    internal WorkflowTaskResult Fail(WorkflowTask task, Exception exception)
    {
        var failure = FailureConverter.ToFailure(exception, converter.ForWorkflow(task.Workflow.Namespace, task.Workflow.WorkflowId, task.WorkflowType));
        return task.Query is null
            ? new WorkflowTaskResult.Failed(WorkflowTaskFailedCause.ExternalStorageFailure, failure)
            : new WorkflowTaskResult.QueryFailed(failure);
    }

    internal async Task<ReadOnlyMemory<byte>> ReadAsync(BlobReference blob)
    {
        var bytes = await external.ReadAsync(blob, CancellationToken.None);
        _cache.Put(blob.Id, bytes);
        return bytes;
    }

    internal ValueTask<IReadOnlyList<Command>> StoreAsync(IReadOnlyList<Command> commands) => external.StoreAsync(commands, CommandPayloads.Rewrite);

    /// <summary>The task with the history that will be read, when the code's state is not kept.</summary>
    private WorkflowTask WithHistory(WorkflowTask task)
    {
        var isFirst = task is { PreviousStartedEventId: 0, Query: null } or { StartedEventId: 0 };
        return isFirst || workflows.CanResume(task)
            ? task
            : task with { History = new ReadHistory(task.History.Read(task.Query is null ? task.StartedEventId : long.MaxValue)) };
    }

    /// <summary>Runs a task that refers to blobs, when they are here. A method of its own: its closure is made at its start.</summary>
    private WorkflowTaskResult Execute(WorkflowTask task, WorkflowTask given, Dictionary<BlobId, ReadOnlyMemory<byte>> held)
    {
        var missing = MissingOf(given, held, out var bytes);
        if (bytes > external.Options.TaskBytes)
        {
            return Fail(task, new HoldfastException(ErrorCodes.LimitExceeded, $"The task needs {bytes} bytes from the blob store; ExternalPayloadOptions.TaskBytes allows {external.Options.TaskBytes}."));
        }

        return missing.Count > 0
            ? new WorkflowTaskResult.Suspended(new FetchingTask(this, task, held, missing).Begin(scheduler))
            : Ended(task, workflows.Execute(TaskPayloads.Rewrite(given, p => ExternalPayload.Is(p) ? ExternalPayload.Restore(p, held[ExternalPayload.BlobOf(p).Id]) : p)));
    }

    private HashSet<BlobReference> MissingOf(WorkflowTask task, Dictionary<BlobId, ReadOnlyMemory<byte>> held, out long bytes)
    {
        HashSet<BlobReference> needed = [];
        TaskPayloads.Rewrite(task, p =>
        {
            if (ExternalPayload.Is(p))
            {
                needed.Add(ExternalPayload.BlobOf(p));
            }

            return p;
        });
        bytes = needed.Sum(static b => b.Length);
        needed.RemoveWhere(b => held.ContainsKey(b.Id) || Holds(b.Id, held));
        return needed;
    }

    private bool Holds(BlobId id, Dictionary<BlobId, ReadOnlyMemory<byte>> held)
    {
        if (!_cache.TryGet(id, out var bytes))
        {
            return false;
        }

        held[id] = bytes;
        return true;
    }
}
