using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Holdfast.Agents.Providers;

/// <summary>Removes one model's API key, and anything shaped like a credential, from text that others will read.</summary>
internal sealed partial class SecretRedactor
{
    public const string Replacement = "[redacted]";

    // A shorter "key" (such as "EMPTY" for a local server) is no secret, and replacing it would mangle ordinary words.
    private const int MinSecretLength = 8;

    private readonly string[] _secrets;

    public SecretRedactor(ApiKey? apiKey) => _secrets = apiKey is null ? [] : Spellings(apiKey.Reveal());

    public string Redact(string text)
    {
        foreach (string secret in _secrets)
        {
            text = text.Replace(secret, Replacement, StringComparison.Ordinal);
        }

        return CredentialPattern().Replace(text, Replacement);
    }

    public bool IsClean(string text) => string.Equals(Redact(text), text, StringComparison.Ordinal);

    // A server may echo the key as it came, or escaped for JSON or for a URL.
    private static string[] Spellings(string secret) => secret.Length < MinSecretLength
        ? []
        : [.. new[]
            {
                secret,
                JsonEncodedText.Encode(secret).Value,
                JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value,
                Uri.EscapeDataString(secret),
            }.Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"\b(?:Bearer|Basic)\s+(?:\[redacted\]|[A-Za-z0-9._~+/=\-]{8,})|\bsk-[A-Za-z0-9_*.\-]{6,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CredentialPattern();
}
