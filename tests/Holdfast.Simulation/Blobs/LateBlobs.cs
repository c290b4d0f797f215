using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>
/// The blob store of a folder as the process that has it reaches it: while the disk is stalled nothing is read or written, and in some worlds it answers late; when the
/// process dies meanwhile, what was asked for may be done or not.
/// </summary>
internal sealed class LateBlobs(World world, WorldProcess process, IBlobStore store) : IBlobStore
{
    private const int CallsPerLateOne = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public async Task<BlobReference> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        await PauseAsync();
        var reference = await store.PutAsync(content, cancellationToken);
        await PauseAsync();
        return reference;
    }

    public async Task<Stream> OpenReadAsync(BlobReference reference, CancellationToken cancellationToken)
    {
        await PauseAsync();
        return await store.OpenReadAsync(reference, cancellationToken);
    }

    public async Task<bool> DeleteAsync(BlobId id, DateTimeOffset unlessPutSince, CancellationToken cancellationToken)
    {
        await PauseAsync();
        return await store.DeleteAsync(id, unlessPutSince, cancellationToken);
    }

    public IAsyncEnumerable<BlobEntry> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    private async Task PauseAsync()
    {
        while (process.Folder.IsDiskStalled)
        {
            await Task.Delay(BetweenLooks, process.Clock);
        }

        if (world.Faults.Draw(FaultKinds.SlowStore, CallsPerLateOne))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(world.Faults.Next(2_000)), process.Clock);
        }
    }
}
