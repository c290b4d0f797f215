namespace Holdfast.Protocol;

/// <summary>Keeps large values beside the histories: immutable byte strings, named by their content.</summary>
/// <remarks>
/// <para>Durability: a blob is durable when <see cref="PutAsync"/> has returned its reference; so whatever is recorded with the reference is recorded after it.</para>
/// <para>Equal contents are one blob. Putting it again counts as a new put, which protects it from <see cref="DeleteAsync"/>.</para>
/// <para>Times are those of the store's clock, which may differ from the engine's by little against the grace period of blobs. They outlast restarts.</para>
/// <para>Streaming: contents are read and written in pieces; no member holds a whole blob in memory.</para>
/// <para>Threading: safe from any thread. Never called on an owner's thread: it may block.</para>
/// <para>Errors: <see cref="HoldfastException"/> with <see cref="ErrorCodes.BlobStoreFailed"/> when the store cannot be used now; trying again may help.</para>
/// </remarks>
public interface IBlobStore
{
    /// <summary>Stores a content, read from the stream's position to its end. The stream is not disposed.</summary>
    /// <param name="content">The content.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.LimitExceeded"/> when it is longer than the store takes.</exception>
    Task<BlobReference> PutAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Opens a blob for reading from its beginning. The caller disposes the stream.</summary>
    /// <param name="reference">The blob.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A stream which can be read once, forwards. The read that comes to the end throws <see cref="ErrorCodes.BlobDamaged"/> when length or hash are not those of the reference.</returns>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.BlobNotFound"/> when the store does not have it.</exception>
    Task<Stream> OpenReadAsync(BlobReference reference, CancellationToken cancellationToken);

    /// <summary>Removes a blob, unless it was put at or after a time; a put at the same time either prevents the removal or stores the content anew. Removing what is not there is no error.</summary>
    /// <param name="id">The blob.</param>
    /// <param name="unlessPutSince">Whoever puts a blob may record its reference a while later: what was put since then stays.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when it was removed.</returns>
    Task<bool> DeleteAsync(BlobId id, DateTimeOffset unlessPutSince, CancellationToken cancellationToken);

    /// <summary>Lists what the store holds, in no particular order. What is put or removed meanwhile may or may not be among it.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(CancellationToken cancellationToken);
}
