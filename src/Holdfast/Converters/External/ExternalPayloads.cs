using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast.Definitions;

/// <summary>Moves large payloads into the blob store, and reads them back.</summary>
/// <remarks>
/// Durability: <see cref="StoreAsync"/> returns when everything that it moved is durable; so what it returns may be recorded. Threading: safe from any thread, never
/// an owner's. What has nothing to move or to read completes at once and costs no copy.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExternalPayloads
{
    private readonly IBlobStore _store;
    private readonly Func<Payload, Payload> _markLarge;

    private ExternalPayloads(IBlobStore store, ExternalPayloadOptions options)
    {
        _store = store;
        Options = options;
        _markLarge = p => IsLarge(p) ? Payload.Null : p;
    }

    /// <summary>Which payloads are moved.</summary>
    public ExternalPayloadOptions Options { get; }

    /// <summary>Uses a store; null when there is none.</summary>
    public static ExternalPayloads? Of(IBlobStore? store, ExternalPayloadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return store is null ? null : new ExternalPayloads(store, options);
    }

    /// <summary>True when something within the value is to be moved.</summary>
    /// <param name="value">The value.</param>
    /// <param name="rewrite">Replaces its payloads.</param>
    public bool HasLarge<T>(T value, Func<T, Func<Payload, Payload>, T> rewrite)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rewrite);
        return Options.IsEnabled && !ReferenceEquals(rewrite(value, _markLarge), value);
    }

    /// <summary>True when something within the value lies in the blob store.</summary>
    /// <param name="value">The value.</param>
    /// <param name="rewrite">Replaces its payloads.</param>
    public static bool HasReferences<T>(T value, Func<T, Func<Payload, Payload>, T> rewrite)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rewrite);
        return !ReferenceEquals(rewrite(value, static p => ExternalPayload.Is(p) ? Payload.Null : p), value);
    }

    /// <summary>The bytes that a payload has in the history.</summary>
    public int InlineBytesOf(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return IsLarge(payload) ? 0 : payload.Data.Length;
    }

    /// <summary>Moves what is large.</summary>
    /// <param name="value">The value.</param>
    /// <param name="rewrite">Replaces its payloads.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The value, with references for what was moved.</returns>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.BlobStoreFailed"/> when the store cannot be used now.</exception>
    public ValueTask<T> StoreAsync<T>(T value, Func<T, Func<Payload, Payload>, T> rewrite, CancellationToken cancellationToken = default)
        where T : class =>
        HasLarge(value, rewrite) ? new(ReplaceAsync(value, rewrite, IsLarge, PutAsync, cancellationToken)) : new(value);

    /// <summary>Reads back what lies in the blob store.</summary>
    /// <param name="value">The value.</param>
    /// <param name="rewrite">Replaces its payloads.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The value as it was before it was stored.</returns>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.BlobStoreFailed"/>, <see cref="ErrorCodes.BlobNotFound"/> or <see cref="ErrorCodes.BlobDamaged"/>.</exception>
    public ValueTask<T> FetchAsync<T>(T value, Func<T, Func<Payload, Payload>, T> rewrite, CancellationToken cancellationToken = default)
        where T : class =>
        HasReferences(value, rewrite) ? new(ReplaceAsync(value, rewrite, ExternalPayload.Is, RestoreAsync, cancellationToken)) : new(value);

    /// <summary>Reads a blob as a whole, and compares it with its reference.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(BlobReference blob, CancellationToken cancellationToken)
    {
        if (blob.Length > Options.TaskBytes)
        {
            throw new HoldfastException(ErrorCodes.LimitExceeded, $"A payload of {blob.Length} bytes lies in the blob store; ExternalPayloadOptions.TaskBytes lets {Options.TaskBytes} be read at once.");
        }

        var bytes = new byte[blob.Length];
        await using var content = await _store.OpenReadAsync(blob, cancellationToken);
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static async Task<T> ReplaceAsync<T>(T value, Func<T, Func<Payload, Payload>, T> rewrite, Func<Payload, bool> isMeant, Func<Payload, CancellationToken, Task<Payload>> replace, CancellationToken cancellationToken)
        where T : class
    {
        Dictionary<Payload, Payload?> replaced = new(ReferenceEqualityComparer.Instance);
        rewrite(value, p =>
        {
            if (isMeant(p))
            {
                replaced[p] = null;
            }

            return p;
        });
        foreach (var payload in replaced.Keys.ToList())
        {
            replaced[payload] = await replace(payload, cancellationToken);
        }

        return rewrite(value, p => replaced.GetValueOrDefault(p) ?? p);
    }

    private bool IsLarge(Payload payload) =>
        Options.IsEnabled && payload.Data.Length > Options.InlineBytes && payload.Data.Length <= Options.MaximumBytes;

    private async Task<Payload> PutAsync(Payload payload, CancellationToken cancellationToken)
    {
        await using var content = PayloadStream.Of(payload.Data);
        return ExternalPayload.Of(payload, await _store.PutAsync(content, cancellationToken));
    }

    private async Task<Payload> RestoreAsync(Payload payload, CancellationToken cancellationToken) =>
        ExternalPayload.Restore(payload, await ReadAsync(ExternalPayload.BlobOf(payload), cancellationToken));
}
