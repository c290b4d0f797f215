using System.Collections.Frozen;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Encryption keys in memory: the current one and those before it.</summary>
/// <remarks>Threading: safe from any thread; a change is seen by the next payload.</remarks>
public sealed class EncryptionKeyRing : IEncryptionKeySource
{
    /// <summary>Length of a key in bytes (AES-256).</summary>
    public const int KeyBytes = 32;

    private const int LongestKeyId = 255;

    private readonly Lock _gate = new();
    private volatile State _state;

    /// <summary>Creates a ring with one key.</summary>
    /// <param name="keyId">Its ID.</param>
    /// <param name="key">Its 32 bytes; copied.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when ID or key have a wrong length.</exception>
    public EncryptionKeyRing(string keyId, ReadOnlySpan<byte> key)
    {
        Check(keyId, key);
        _state = new State(keyId, FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create(keyId, key.ToArray())], StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public string CurrentKeyId => _state.CurrentKeyId;

    /// <summary>Makes another key known, for decoding.</summary>
    /// <param name="keyId">Its ID.</param>
    /// <param name="key">Its 32 bytes; copied.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when ID or key have a wrong length, or the ID belongs to another key.</exception>
    public EncryptionKeyRing Add(string keyId, ReadOnlySpan<byte> key)
    {
        Check(keyId, key);
        lock (_gate)
        {
            if (_state.Keys.TryGetValue(keyId, out var known) && !key.SequenceEqual(known))
            {
                throw new HoldfastException(ErrorCodes.InvalidArgument, $"The key ID '{keyId}' belongs to another key. Give each key an ID of its own: what was encrypted with the old one could no longer be read.");
            }

            Dictionary<string, byte[]> keys = new(_state.Keys, StringComparer.Ordinal) { [keyId] = key.ToArray() };
            _state = _state with { Keys = keys.ToFrozenDictionary(StringComparer.Ordinal) };
        }

        return this;
    }

    /// <summary>Makes a known key the current one: what is encrypted from now on is encrypted with it.</summary>
    /// <param name="keyId">The key's ID.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.EncryptionKeyUnknown"/> when it is not known.</exception>
    public EncryptionKeyRing UseForEncoding(string keyId)
    {
        lock (_gate)
        {
            if (!_state.Keys.ContainsKey(keyId))
            {
                throw new HoldfastException(ErrorCodes.EncryptionKeyUnknown, $"The key '{keyId}' is not known; add it before it is used.");
            }

            _state = _state with { CurrentKeyId = keyId };
        }

        return this;
    }

    /// <inheritdoc/>
    public bool TryGetKey(string keyId, out ReadOnlyMemory<byte> key)
    {
        var isKnown = _state.Keys.TryGetValue(keyId, out var bytes);
        key = bytes;
        return isKnown;
    }

    private static void Check(string keyId, ReadOnlySpan<byte> key)
    {
        if (keyId is not { Length: > 0 and <= LongestKeyId })
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"A key ID must have 1 to {LongestKeyId} characters.");
        }

        if (key.Length != KeyBytes)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"The key '{keyId}' has {key.Length} bytes; it must have {KeyBytes}.");
        }
    }

    private sealed record State(string CurrentKeyId, FrozenDictionary<string, byte[]> Keys);
}
