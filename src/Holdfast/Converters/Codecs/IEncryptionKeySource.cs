namespace Holdfast;

/// <summary>Where an <see cref="EncryptionCodec"/> gets its keys from.</summary>
/// <remarks>
/// <para>Rotation: first make the new key known everywhere (<see cref="TryGetKey"/>), then make it the current one, and keep the old ones for as long as anything that
/// was encrypted with them is kept.</para>
/// <para>Threading: safe from any thread. It answers from memory: codecs run on the workflow's thread. A source that keeps its keys in a vault fetches them at start
/// and refreshes them in the background.</para>
/// </remarks>
public interface IEncryptionKeySource
{
    /// <summary>ID of the key that new payloads are encrypted with. 1 to 255 characters; stored in the clear beside each payload.</summary>
    string CurrentKeyId { get; }

    /// <summary>Gives a key.</summary>
    /// <param name="keyId">The key's ID.</param>
    /// <param name="key">32 bytes.</param>
    /// <returns>False when the key is not known, or not yet.</returns>
    bool TryGetKey(string keyId, out ReadOnlyMemory<byte> key);
}
