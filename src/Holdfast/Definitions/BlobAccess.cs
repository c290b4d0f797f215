using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast.Definitions;

/// <summary>Writes and reads blobs for user code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BlobAccess
{
    /// <summary>Stores a content.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.BlobStoreMissing"/> when there is no store.</exception>
    public static async Task<Blob> CreateAsync(IBlobStore? store, Stream content, CancellationToken cancellationToken)
    {
        var reference = await Require(store).PutAsync(content, cancellationToken);
        return new Blob(reference.Id.ToString(), reference.Length);
    }

    /// <summary>Opens a blob.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.BlobStoreMissing"/> when there is no store.</exception>
    public static Task<Stream> OpenAsync(IBlobStore? store, Blob blob, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(blob);
        return Require(store).OpenReadAsync(new BlobReference(BlobId.Parse(blob.Id), blob.Length), cancellationToken);
    }

    private static IBlobStore Require(IBlobStore? store) =>
        store ?? throw new HoldfastException(ErrorCodes.BlobStoreMissing, "No blob store is configured here. Set WorkerBuilder.BlobStore and HoldfastClientOptions.BlobStore to the same store; a host made with AddHoldfast has one.");
}
