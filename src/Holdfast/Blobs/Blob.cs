namespace Holdfast;

/// <summary>A large value that lies beside the history: a reference, which travels as an argument or result like any other value, alone or within a record or list.</summary>
/// <remarks>Activities and clients make and read blobs as streams, which are never held in memory as a whole. Workflow code passes them on. Equal contents are one blob.</remarks>
/// <param name="Id">The SHA-256 of the content, as 64 hexadecimal digits.</param>
/// <param name="Length">The content's length in bytes.</param>
public sealed record Blob(string Id, long Length)
{
    /// <summary>Opens the blob for reading, once and forwards. Call it in an activity; a client opens blobs with <c>IHoldfastClient.OpenBlobAsync</c>.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A stream to dispose. The read that comes to the end throws <c>HF2142</c> when the content is not what was put.</returns>
    /// <exception cref="Protocol.HoldfastException">HF3005 outside an activity; HF2140 when the store cannot be used now; HF2141 when it does not have the blob; HF3105 when there is no store.</exception>
    public Task<Stream> OpenReadAsync(CancellationToken cancellationToken = default) => ActivityContext.Current.OpenBlobAsync(this, cancellationToken);
}
