using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.LargePayloads;

/// <summary>A blob store some of whose calls fail.</summary>
internal sealed class FailingBlobStore(IBlobStore store) : IBlobStore
{
    private readonly HashSet<int> failing = [];
    private int calls;

    public bool FailAll { get; set; }

    /// <summary>Fails the call that comes after so many others, of those that follow.</summary>
    public void FailOnce(int callsFromNow)
    {
        lock (failing)
        {
            failing.Add(calls + callsFromNow);
        }
    }

    public async Task<BlobReference> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        Call();
        return await store.PutAsync(content, cancellationToken);
    }

    public async Task<Stream> OpenReadAsync(BlobReference reference, CancellationToken cancellationToken)
    {
        Call();
        return await store.OpenReadAsync(reference, cancellationToken);
    }

    public Task<bool> DeleteAsync(BlobId id, DateTimeOffset unlessPutSince, CancellationToken cancellationToken) => store.DeleteAsync(id, unlessPutSince, cancellationToken);

    public IAsyncEnumerable<BlobEntry> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    private void Call()
    {
        lock (failing)
        {
            if (FailAll | failing.Contains(calls++))
            {
                throw new HoldfastException(ErrorCodes.BlobStoreFailed, "The store is away.");
            }
        }
    }
}
