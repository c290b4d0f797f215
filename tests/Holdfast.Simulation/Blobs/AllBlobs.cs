using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>The blob stores of all folders, for a client that does not know which folder a workflow is in: it writes to each, and reads from the one that has it.</summary>
internal sealed class AllBlobs(IReadOnlyList<IBlobStore> stores) : IBlobStore
{
    public async Task<BlobReference> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        var begin = content.Position;
        BlobReference reference = default;
        foreach (var store in stores)
        {
            content.Position = begin;
            reference = await store.PutAsync(content, cancellationToken);
        }

        return reference;
    }

    public async Task<Stream> OpenReadAsync(BlobReference reference, CancellationToken cancellationToken)
    {
        foreach (var store in stores.SkipLast(1))
        {
            try
            {
                return await store.OpenReadAsync(reference, cancellationToken);
            }
            catch (HoldfastException missing) when (missing.Code == ErrorCodes.BlobNotFound)
            {
                // The next folder has it.
            }
        }

        return await stores[^1].OpenReadAsync(reference, cancellationToken);
    }

    public Task<bool> DeleteAsync(BlobId id, DateTimeOffset unlessPutSince, CancellationToken cancellationToken) => throw new NotSupportedException("only engines sweep");

    public IAsyncEnumerable<BlobEntry> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException("only engines sweep");
}
