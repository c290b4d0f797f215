using System.Diagnostics;
using System.Text.Json.Serialization;
using Holdfast.Protocol;

namespace Holdfast.Agents.Providers;

/// <summary>An API key. It does not print, does not serialize and compares by reference; only <see cref="Reveal"/> gives it away.</summary>
[DebuggerDisplay("[redacted]")]
[JsonConverter(typeof(ApiKeyJsonConverter))]
public sealed class ApiKey
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Wraps a key; white space around it is dropped.</summary>
    /// <param name="value">The key: printable ASCII, not empty.</param>
    /// <exception cref="HoldfastException">HF3401: the value is empty or cannot be sent in an HTTP header.</exception>
    public ApiKey(string value)
    {
        _value = value.Trim();
        if (_value.Length == 0 || !HeaderText.IsSendable(_value))
        {
            throw new HoldfastException(ErrorCodes.ModelApiKeyMissing, "The API key is empty or has characters that cannot be sent in an HTTP header; check how it was copied.");
        }
    }

    /// <summary>The key itself, for the request to the provider and for nothing else.</summary>
    public string Reveal() => _value;

    /// <inheritdoc/>
    public override string ToString() => SecretRedactor.Replacement;
}
