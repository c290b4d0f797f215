using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.LargePayloads;

/// <summary>A blob store some of whose calls fail.</summary>
internal sealed class FailingBlobStore(IBlobStore store) : IBlobStore
{
    private readonly HashSet<int> _failing = [];
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;
    private int _puts;

    public bool FailAll { get; set; }

    /// <summary>The put, counted from 1, that does not return when its blob is durable; 0 for none.</summary>
    public int HeldPut { get; init; }

    /// <summary>Completes when the held put's blob is durable.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Fails the call that comes after so many others, of those that follow.</summary>
    public void FailOnce(int callsFromNow)
    {
        lock (_failing)
        {
            _failing.Add(_calls + callsFromNow);
        }
    }

    public async Task<BlobReference> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        Call();
        var reference = await store.PutAsync(content, cancellationToken);
        if (Interlocked.Increment(ref _puts) == HeldPut)
        {
            _reached.SetResult();
            await _released.Task;
        }

        return reference;
    }

    public async Task<Stream> OpenReadAsync(BlobReference reference, CancellationToken cancellationToken)
    {
        Call();
        return await store.OpenReadAsync(reference, cancellationToken);
    }

    /// <summary>Lets the held put return.</summary>
    public void Release() => _released.SetResult();

    public Task<bool> DeleteAsync(BlobId id, DateTimeOffset unlessPutSince, CancellationToken cancellationToken) => store.DeleteAsync(id, unlessPutSince, cancellationToken);

    public IAsyncEnumerable<BlobEntry> ListAsync(CancellationToken cancellationToken) => store.ListAsync(cancellationToken);

    private void Call()
    {
        lock (_failing)
        {
            if (FailAll | _failing.Contains(_calls++))
            {
                throw new HoldfastException(ErrorCodes.BlobStoreFailed, "The store is away.");
            }
        }
    }
}
