using System.Buffers;
using System.Globalization;

namespace Holdfast.Storage;

/// <summary>Reads durations: "1h30m", "250ms", "1.5s", or "01:30:00".</summary>
internal static class FilterDurations
{
    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    private static readonly (string Unit, decimal Nanoseconds)[] Units =
    [
        ("ns", 1m), ("us", 1_000m), ("µs", 1_000m), ("ms", 1_000_000m), ("s", 1_000_000_000m), ("m", 60_000_000_000m), ("h", 3_600_000_000_000m), ("d", 86_400_000_000_000m),
    ];

    /// <summary>The duration in nanoseconds; null when the text is none.</summary>
    public static object? Nanoseconds(string text)
    {
        if (TimeSpan.TryParseExact(text, ["c", @"d\.hh\:mm\:ss", @"hh\:mm\:ss"], CultureInfo.InvariantCulture, out var clock))
        {
            return clock.Ticks <= long.MaxValue / 100 && clock.Ticks >= long.MinValue / 100 ? clock.Ticks * 100 : null;
        }

        var isNegative = text.StartsWith('-');
        var rest = text.AsSpan(isNegative ? 1 : 0);
        var sum = 0m;
        while (TryTake(ref rest, out var part) && sum + part <= long.MaxValue)
        {
            sum += part;
            if (rest.IsEmpty)
            {
                return isNegative ? -(long)sum : (long)sum;
            }
        }

        return null;
    }

    private static bool TryTake(ref ReadOnlySpan<char> rest, out decimal nanoseconds)
    {
        nanoseconds = 0;
        var digits = rest.IndexOfAnyExcept(DigitsAndPoint);
        if (digits is <= 0 or > 18 || !decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        rest = rest[digits..];
        var length = rest.IndexOfAny(DigitsAndPoint);
        var name = length < 0 ? rest : rest[..length];
        foreach (var (unit, factor) in Units)
        {
            if (name.SequenceEqual(unit))
            {
                rest = rest[name.Length..];
                nanoseconds = number * factor;
                return true;
            }
        }

        return false;
    }
}
