using System.Buffers;
using System.Globalization;

namespace Holdfast.Engine;

/// <summary>Reads durations such as 1h30m, 90s or 1.5h.</summary>
internal static class CronDuration
{
    private static readonly SearchValues<char> NumberChars = SearchValues.Create("0123456789.");

    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("h", TimeSpan.FromHours(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("s", TimeSpan.FromSeconds(1)),
    ];

    /// <summary>Reads a duration and rounds it down to whole seconds, at least one.</summary>
    internal static TimeSpan Parse(string duration, string schedule)
    {
        var rest = duration.AsSpan();
        var sum = TimeSpan.Zero;
        while (!rest.IsEmpty)
        {
            sum += TakePart(ref rest, schedule);
        }

        if (duration.Length == 0 || sum > TimeoutRules.Longest)
        {
            throw CronSchedule.Malformed(schedule, "@every needs a duration such as 1h30m, at most 100 years.");
        }

        var seconds = Math.Floor(sum.TotalSeconds);
        return TimeSpan.FromSeconds(seconds < 1 ? 1 : seconds);
    }

    private static TimeSpan TakePart(ref ReadOnlySpan<char> rest, string schedule)
    {
        var digits = rest.IndexOfAnyExcept(NumberChars);
        if (digits > 0 && double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue)
        {
            rest = rest[digits..];
            foreach (var (unit, length) in Units)
            {
                if (rest.StartsWith(unit, StringComparison.Ordinal))
                {
                    rest = rest[unit.Length..];
                    return number * length;
                }
            }
        }

        throw CronSchedule.Malformed(schedule, "a duration is numbers with the units h, m, s or ms, such as 1h30m.");
    }
}
