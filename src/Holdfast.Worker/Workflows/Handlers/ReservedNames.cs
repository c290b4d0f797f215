namespace Holdfast.Worker;

/// <summary>Names that Holdfast answers itself.</summary>
internal static class ReservedNames
{
    /// <summary>What such names begin with.</summary>
    public const string Prefix = "__";

    public static bool Has(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);
}
