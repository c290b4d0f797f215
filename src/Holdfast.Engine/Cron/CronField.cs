using System.Globalization;

namespace Holdfast.Engine;

/// <summary>One field of a cron schedule: the values that it allows, as bits.</summary>
/// <param name="Bits">One bit for each value.</param>
/// <param name="IsEvery">True for a star.</param>
internal readonly record struct CronField(ulong Bits, bool IsEvery)
{
    private const int LargestNumber = 1_000;

    internal bool Contains(int value) => (Bits & (1UL << value)) != 0;

    /// <summary>Reads lists of values, ranges and steps: <c>*</c>, <c>*/15</c>, <c>1-5</c>, <c>1-10/2</c>, <c>mon,wed</c>.</summary>
    internal static CronField Parse(string text, string field, int minimum, int maximum, IReadOnlyList<string> names, string schedule)
    {
        var range = new FieldRange(field, minimum, maximum, names, schedule);
        var bits = 0UL;
        var isEvery = false;
        foreach (var part in text.Split(','))
        {
            var (partBits, partIsEvery) = ParsePart(part, range);
            bits |= partBits;
            isEvery |= partIsEvery;
        }

        return new CronField(bits, isEvery);
    }

    private static CronField ParsePart(string part, FieldRange range)
    {
        var slash = part.Split('/');
        var dash = slash[0].Split('-');
        if (slash.Length > 2 || dash.Length > 2)
        {
            throw range.Malformed(part);
        }

        var isStar = slash[0] is "*" or "?";
        var step = slash.Length == 2 ? Number(slash[1], part, range) : 1;
        var first = isStar ? range.Minimum : Value(dash[0], part, range);
        var last = isStar || (dash.Length == 1 && slash.Length == 2) ? range.Maximum : Value(dash[^1], part, range);
        if (step < 1 || first < range.Minimum || last > range.Maximum || first > last)
        {
            throw range.Malformed(part);
        }

        var bits = 0UL;
        for (var value = first; value <= last; value += step)
        {
            bits |= 1UL << value;
        }

        return new CronField(bits, isStar && step == 1);
    }

    private static int Value(string text, string part, FieldRange range)
    {
        for (var i = 0; i < range.Names.Count; i++)
        {
            if (string.Equals(range.Names[i], text, StringComparison.OrdinalIgnoreCase))
            {
                return i + range.Minimum;
            }
        }

        return Number(text, part, range);
    }

    private static int Number(string text, string part, FieldRange range) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < LargestNumber ? number : throw range.Malformed(part);

    /// <summary>What a field may hold.</summary>
    private sealed record FieldRange(string Field, int Minimum, int Maximum, IReadOnlyList<string> Names, string Schedule)
    {
        public Protocol.HoldfastException Malformed(string part) => CronSchedule.Malformed(
            Schedule,
            string.Create(CultureInfo.InvariantCulture, $"'{part}' is no {Field}. It is a number from {Minimum} to {Maximum}, a range such as {Minimum}-{Minimum + 2}, a star, or one of these with a step such as */2; commas join several."));
    }
}
