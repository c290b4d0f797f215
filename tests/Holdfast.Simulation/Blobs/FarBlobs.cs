using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>The blob store of a folder as another node reaches it: through the process that has the folder, over a network that may fail it.</summary>
/// <param name="world">The world.</param>
/// <param name="folder">The folder.</param>
/// <param name="node">The node of the caller; null: a client's, which asks again until it is answered.</param>
internal sealed class FarBlobs(World world, WorldFolder folder, string? node = null) : IBlobStore
{
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(500);

    public async Task<BlobReference> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        using MemoryStream copy = new();
        await content.CopyToAsync(copy, cancellationToken);
        var bytes = copy.ToArray();
        return await CallAsync("put blob", async store =>
        {
            await using MemoryStream arrived = new(bytes);
            return await store.PutAsync(arrived, CancellationToken.None);
        });
    }

    public Task<Stream> OpenReadAsync(BlobReference reference, CancellationToken cancellationToken) => CallAsync<Stream>("read blob", async store =>
    {
        await using var content = await store.OpenReadAsync(reference, CancellationToken.None);
        MemoryStream copy = new();
        await content.CopyToAsync(copy, CancellationToken.None);
        copy.Position = 0;
        return copy;
    });

    public Task<bool> DeleteAsync(BlobId id, DateTimeOffset unlessPutSince, CancellationToken cancellationToken) => throw new NotSupportedException("only engines sweep");

    public IAsyncEnumerable<BlobEntry> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException("only engines sweep");

    private async Task<T> CallAsync<T>(string subject, Func<IBlobStore, Task<T>> operation)
    {
        while (true)
        {
            try
            {
                var host = world.AddressOf(folder);
                return await world.Network.CallAsync(node ?? world.NextClientNode(), host.Name, subject, () => host.CallBlobs(folder, operation));
            }
            catch (HoldfastException failure) when (failure.Code == ErrorCodes.Unavailable || failure.Code == ErrorCodes.BlobStoreFailed)
            {
                if (node is not null)
                {
                    throw new HoldfastException(ErrorCodes.BlobStoreFailed, failure.Message, failure);
                }
            }

            await Task.Delay(BetweenCalls, world.Clock);
        }
    }
}
