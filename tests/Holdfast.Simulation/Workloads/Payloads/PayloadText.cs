using System.Globalization;

namespace Holdfast.Simulation;

/// <summary>Large texts, each known by its number, so that whoever reads one can tell whether it is what was written.</summary>
internal static class PayloadText
{
    private const int ShortestLength = 1_500;
    private const int LongerByText = 700;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>The text of a number: it does not compress to less than what stays in a history.</summary>
    public static string Of(int number) => string.Create(ShortestLength + (LongerByText * number), number, static (text, number) => new Random(number).GetItems(Letters, text));

    /// <summary>What is wrong with a text; null when it is the one that it should be.</summary>
    public static string? Fault(string? text, int number, string where)
    {
        var expected = Of(number);
        return text == expected ? null : string.Create(CultureInfo.InvariantCulture, $"{where} read {text?.Length} letters in place of the {expected.Length} of text {number}, or others");
    }
}
