using System.Globalization;
using System.Text;

namespace Holdfast.Protocol;

/// <summary>What namespaces must satisfy, checked wherever they come in.</summary>
public static class NamespaceRules
{
    /// <summary>The namespace that always exists: "default".</summary>
    public const string Default = "default";

    /// <summary>Longest name: 200 characters.</summary>
    public const int MaximumNameChars = 200;

    /// <summary>Longest description: 4,000 bytes of UTF-8.</summary>
    public const int MaximumDescriptionBytes = 4_000;

    /// <summary>Longest address of an owner: 320 bytes of UTF-8.</summary>
    public const int MaximumOwnerEmailBytes = 320;

    /// <summary>Most entries of the data: 100.</summary>
    public const int MaximumDataEntries = 100;

    /// <summary>Largest sum of all keys and values of the data: 40 KiB.</summary>
    public const int MaximumDataBytes = 40 << 10;

    /// <summary>Most namespaces of an engine: 10,000.</summary>
    public const int MaximumNamespaces = 10_000;

    private const string ReservedPrefix = "holdfast-";
    private const string ReservedByTemporal = "temporal-system";

    /// <summary>Shortest retention: 1 hour.</summary>
    public static readonly TimeSpan MinimumRetention = TimeSpan.FromHours(1);

    /// <summary>Retention of a namespace that is registered without one: 72 hours.</summary>
    public static readonly TimeSpan DefaultRetention = TimeSpan.FromHours(72);

    /// <summary>Longest retention: 36,500 days.</summary>
    public static readonly TimeSpan MaximumRetention = TimeSpan.FromDays(36_500);

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? ProblemOfName(string name)
    {
        if (string.IsNullOrEmpty(name) || name.Length > MaximumNameChars || !char.IsAsciiLetterOrDigit(name[0]) || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            return $"'{name}' is no name for a namespace; use 1 to {MaximumNameChars} letters, digits, '-', '_' and '.', beginning with a letter or digit.";
        }

        return name.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase) || string.Equals(name, ReservedByTemporal, StringComparison.OrdinalIgnoreCase)
            ? $"The namespace name '{name}' is reserved for the system; choose another."
            : null;
    }

    /// <summary>Checks a name.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/>.</exception>
    public static void CheckName(string name) => Require(ProblemOfName(name));

    /// <summary>Checks everything but the name.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> or <see cref="ErrorCodes.LimitExceeded"/>.</exception>
    public static void CheckSettings(NamespaceInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        if (info.Retention is { } retention && (retention < MinimumRetention || retention > MaximumRetention))
        {
            Require($"The retention of namespace '{info.Name}' is {retention}; it must be {MinimumRetention.TotalHours} hour to {MaximumRetention.TotalDays} days.");
        }

        CheckBytes("description", info.Description, MaximumDescriptionBytes);
        CheckBytes("owner email", info.OwnerEmail, MaximumOwnerEmailBytes);
        CheckCount("data entries", info.Data.Count, MaximumDataEntries);
        CheckCount("bytes of data", info.Data.Sum(e => Encoding.UTF8.GetByteCount(e.Key) + Encoding.UTF8.GetByteCount(e.Value)), MaximumDataBytes);
    }

    private static void CheckBytes(string what, string text, int limit) => CheckCount($"bytes of {what}", Encoding.UTF8.GetByteCount(text), limit);

    private static void CheckCount(string what, int count, int limit)
    {
        if (count > limit)
        {
            throw new HoldfastException(ErrorCodes.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The namespace has {count} {what}; the most is {limit}."));
        }
    }

    private static void Require(string? problem)
    {
        if (problem is not null)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, problem);
        }
    }
}
