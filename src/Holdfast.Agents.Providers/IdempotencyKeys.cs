using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>Reads the idempotency key out of a request's options.</summary>
internal static class IdempotencyKeys
{
    public const string HeaderName = "Idempotency-Key";

    public static string? Find(ChatOptions? options)
    {
        if (options?.AdditionalProperties is not { } properties || !properties.TryGetValue(ModelRequestProperties.IdempotencyKey, out object? value) || value is null)
        {
            return null;
        }

        // Read back from a journal, the string is a JsonElement.
        string key = value.ToString() ?? "";
        return key.Length is > 0 and <= ModelLimits.MaxIdempotencyKeyChars && HeaderText.IsSendable(key)
            ? key
            : throw new HoldfastException(
                ErrorCodes.ModelRequestUnsupported,
                $"The idempotency key must be 1 to {ModelLimits.MaxIdempotencyKeyChars} printable ASCII characters without spaces.");
    }
}
