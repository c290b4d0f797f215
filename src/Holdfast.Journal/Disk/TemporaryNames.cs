using System.Globalization;

namespace Holdfast.Journaling;

/// <summary>Names of temporary files. No other process gives the same names: one that was taken over, and does not know it, may still be writing to its own.</summary>
/// <param name="nextSalt">Draws what sets this process's names apart.</param>
internal sealed class TemporaryNames(Func<ulong> nextSalt)
{
    private const string Suffix = ".tmp";
    private readonly Lazy<ulong> _salt = new(nextSalt);
    private long _given;

    /// <summary>A name that was not given before.</summary>
    /// <param name="beginning">What it begins with.</param>
    public string Next(string beginning = "") => string.Create(CultureInfo.InvariantCulture, $"{beginning}{_salt.Value:x16}-{Interlocked.Increment(ref _given)}{Suffix}");

    /// <summary>Whether a file is a temporary one, of this process or another.</summary>
    public static bool Has(string name) => name.EndsWith(Suffix, StringComparison.Ordinal);
}
