using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A workflow task that waits for the payloads that its code will read.</summary>
/// <param name="handler">Runs the task.</param>
/// <param name="task">The task as it was given.</param>
/// <param name="held">Bytes that are here; those that come are added.</param>
/// <param name="missing">The blobs to be read.</param>
internal sealed class FetchingTask(ExternalPayloadTaskHandler handler, WorkflowTask task, Dictionary<BlobId, ReadOnlyMemory<byte>> held, IReadOnlyCollection<BlobReference> missing) : OutsideWork(handler, task)
{
    protected override async Task WorkAsync()
    {
        foreach (var blob in missing)
        {
            held[blob.Id] = await Handler.ReadAsync(blob);
        }
    }

    protected override WorkflowTaskResult GoOn() => Handler.Execute(WorkflowTask, held);
}
