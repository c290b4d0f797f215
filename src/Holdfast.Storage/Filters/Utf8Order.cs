namespace Holdfast.Storage;

/// <summary>Compares texts by their code points, which is the order of their UTF-8 bytes and so that of databases.</summary>
public static class Utf8Order
{
    private const char FirstSurrogate = '\uD800';
    private const char FirstBehindSurrogates = '\uE000';

    /// <summary>Less than zero, zero, or more, as the left text stands before, at or behind the right one.</summary>
    public static int Compare(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var common = left.AsSpan().CommonPrefixLength(right);
        return common == left.Length || common == right.Length
            ? left.Length.CompareTo(right.Length)
            : Rank(left[common]).CompareTo(Rank(right[common]));
    }

    private static int Rank(char unit) => unit switch
    {
        < FirstSurrogate => unit,
        < FirstBehindSurrogates => unit + 0x2000,
        _ => unit - 0x800,
    };
}
