using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>One sweep of the blob store.</summary>
/// <remarks>
/// A blob is removed when it was put before the grace period and no run has referred to it since. The order makes that certain while runs hand references on to one
/// another: first what deleted runs referred to is given a time, then the records in memory that are not settled are read, then the settled ones are asked. A
/// reference moves in the same direction: from memory to the settled store, and from there to the released ones, which last as long as the grace period. What a process
/// remembers of its runs says nothing when another has the folder, so it looks before each removal whether it still has it.
/// </remarks>
/// <param name="blobs">What is swept.</param>
/// <param name="store">Knows what settled runs refer to.</param>
/// <param name="owners">Know what the others refer to.</param>
/// <param name="journal">Knows whether this process still has the folder.</param>
/// <param name="now">The time of the sweep.</param>
/// <param name="keptSince">The beginning of the grace period.</param>
internal sealed class BlobSweep(IBlobStore blobs, ISettledStore store, IReadOnlyList<ShardOwner> owners, Journal journal, DateTimeOffset now, DateTimeOffset keptSince)
{
    private const int BlobsPerPage = 500;
    private HashSet<BlobId>? _unsettled;

    public long RemovedBlobs { get; private set; }

    public long RemovedBytes { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<BlobReference> old = [];
        await foreach (var entry in blobs.ListAsync(cancellationToken))
        {
            if (entry.LastPutTime < keptSince)
            {
                old.Add(entry.Reference);
            }

            if (old.Count == BlobsPerPage)
            {
                await RemoveUnusedAsync(old, cancellationToken);
                old.Clear();
            }
        }

        if (old.Count > 0)
        {
            await RemoveUnusedAsync(old, cancellationToken);
        }
    }

    private async Task RemoveUnusedAsync(List<BlobReference> old, CancellationToken cancellationToken)
    {
        _unsettled ??= await ReadUnsettledAsync(cancellationToken);
        var unused = (await store.FindUnusedBlobsAsync([.. old.Select(static b => b.Id).Where(id => !_unsettled.Contains(id))], cancellationToken)).ToHashSet();
        foreach (var blob in old.Where(b => unused.Contains(b.Id)))
        {
            if (!journal.HoldsFolder())
            {
                return;
            }

            if (await blobs.DeleteAsync(blob.Id, unlessPutSince: keptSince, cancellationToken))
            {
                RemovedBlobs++;
                RemovedBytes += blob.Length;
            }
        }
    }

    private async Task<HashSet<BlobId>> ReadUnsettledAsync(CancellationToken cancellationToken)
    {
        await store.ForgetReleasedBlobsAsync(now, keptSince, cancellationToken);
        HashSet<BlobId> found = [];
        foreach (var owner in owners)
        {
            await UnsettledBlobs.ReadAsync(owner, found, cancellationToken);
        }

        return found;
    }
}
