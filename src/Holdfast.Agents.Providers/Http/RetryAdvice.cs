using System.Globalization;

namespace Holdfast.Agents.Providers;

/// <summary>What a provider's response headers say about another attempt.</summary>
/// <param name="ShouldRetry">The value of <c>x-should-retry</c>; null when absent.</param>
/// <param name="Delay">From <c>retry-after-ms</c> or <c>retry-after</c>; null when absent or unreadable.</param>
internal readonly record struct RetryAdvice(bool? ShouldRetry, TimeSpan? Delay)
{
    public static RetryAdvice Read(Func<string, string?> header, DateTimeOffset now) =>
        new(ReadShouldRetry(header("x-should-retry")), ReadDelay(header, now));

    private static bool? ReadShouldRetry(string? value) => bool.TryParse(value, out bool shouldRetry) ? shouldRetry : null;

    private static TimeSpan? ReadDelay(Func<string, string?> header, DateTimeOffset now)
    {
        if (TryReadNumber(header("retry-after-ms"), out double milliseconds))
        {
            return Bound(milliseconds);
        }

        string? retryAfter = header("retry-after");
        if (TryReadNumber(retryAfter, out double seconds))
        {
            return Bound(seconds * 1000);
        }

        // The provider's own clock decides where it tells its time: the two clocks need not agree.
        return TryReadDate(retryAfter, out DateTimeOffset due)
            ? Bound((due - (TryReadDate(header("date"), out DateTimeOffset sent) ? sent : now)).TotalMilliseconds)
            : null;
    }

    private static TimeSpan Bound(double milliseconds) =>
        TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, ModelLimits.MaxRetryDelay.TotalMilliseconds));

    private static bool TryReadNumber(string? value, out double number) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static bool TryReadDate(string? value, out DateTimeOffset date) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
}
