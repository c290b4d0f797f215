using System.Globalization;
using System.Text;

namespace Holdfast.Protocol;

/// <summary>What search attributes must satisfy, checked wherever they come in. Limits are Temporal's defaults.</summary>
public static class SearchAttributeRules
{
    /// <summary>Most attributes of one run: 100.</summary>
    public const int MaximumKeys = 100;

    /// <summary>Largest value, as encoded: 2 KiB.</summary>
    public const int MaximumValueBytes = 2 << 10;

    /// <summary>Largest sum of all names and values of one run: 40 KiB.</summary>
    public const int MaximumTotalBytes = 40 << 10;

    /// <summary>Longest name: 64 characters.</summary>
    public const int MaximumNameChars = 64;

    /// <summary>What is wrong with a name that a custom attribute is to have; null when nothing is.</summary>
    public static SearchAttributeProblem? OfName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (string.IsNullOrWhiteSpace(name) || name.Contains('`', StringComparison.Ordinal) || name.Any(char.IsControl))
        {
            return new(ErrorCodes.SearchAttributeInvalid, $"'{name}' is no name for a search attribute; use 1 to {MaximumNameChars} characters without backticks and control characters.");
        }

        if (name.Length > MaximumNameChars)
        {
            return new(ErrorCodes.SearchAttributeLimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The search attribute name '{name}' has {name.Length} characters; the most is {MaximumNameChars}."));
        }

        return SystemSearchAttributes.IsReserved(name)
            ? new(ErrorCodes.SearchAttributeInvalid, $"The name '{name}' is reserved for search attributes of the system; choose another.")
            : null;
    }

    /// <summary>What is wrong with attributes, or changes to them, by themselves; null when nothing is. Registered types are not looked at.</summary>
    public static SearchAttributeProblem? Of(PayloadMap attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (attributes.Count == 0)
        {
            return null;
        }

        if (attributes.Count > MaximumKeys)
        {
            return new(ErrorCodes.SearchAttributeLimitExceeded, string.Create(CultureInfo.InvariantCulture, $"{attributes.Count} search attributes are given; the most is {MaximumKeys}."));
        }

        var bytes = 0L;
        foreach (var (name, payload) in attributes)
        {
            bytes += Encoding.UTF8.GetByteCount(name) + payload.Data.Length;
            if (OfOne(name, payload) is { } problem)
            {
                return problem;
            }
        }

        return bytes > MaximumTotalBytes
            ? new(ErrorCodes.SearchAttributeLimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The search attributes have {bytes} bytes; the most is {MaximumTotalBytes}. Keep what is not searched for in the memo."))
            : null;
    }

    private static SearchAttributeProblem? OfOne(string name, Payload payload)
    {
        if (SystemSearchAttributes.IsKeptByEngine(name))
        {
            return new(ErrorCodes.SearchAttributeInvalid, $"The search attribute '{name}' is kept by the engine and cannot be set.");
        }

        var predefined = SystemSearchAttributes.TypeOf(name);
        if (predefined == SearchAttributeType.Unspecified && OfName(name) is { } nameProblem)
        {
            return nameProblem;
        }

        if (payload.Data.Length > MaximumValueBytes)
        {
            return new(ErrorCodes.SearchAttributeLimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The search attribute '{name}' has {payload.Data.Length} bytes; the most is {MaximumValueBytes}. Keep long values in the memo."));
        }

        return OfValue(name, payload, predefined == SearchAttributeType.Unspecified ? SearchAttributePayload.Infer(payload) : predefined);
    }

    private static SearchAttributeProblem? OfValue(string name, Payload payload, SearchAttributeType type)
    {
        if (SearchAttributePayload.IsUnset(payload))
        {
            return null;
        }

        var named = SearchAttributePayload.TypeOf(payload);
        if (named != SearchAttributeType.Unspecified && named != type)
        {
            return new(ErrorCodes.SearchAttributeTypeConflict, $"The search attribute '{name}' is given as {named}, but its type is {type}.");
        }

        return SearchAttributePayload.TryDecode(payload, type, out _)
            ? null
            : new(ErrorCodes.SearchAttributeInvalid, $"{payload} is no value for the search attribute '{name}' of type {(type == SearchAttributeType.Unspecified ? "unknown" : type)}.");
    }
}
