namespace Holdfast;

/// <summary>Decides how long to wait before a refused call is tried again, and when to give up.</summary>
/// <param name="clock">The clock.</param>
/// <param name="limit">Time from the first refusal to the last try.</param>
internal sealed class RetryWindow(TimeProvider clock, TimeSpan limit)
{
    public static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    public static readonly TimeSpan MaximumDelay = TimeSpan.FromSeconds(2);

    private long? _firstRefusal;
    private TimeSpan _nextDelay;

    /// <summary>Notes a refusal.</summary>
    /// <param name="attemptStarted">Timestamp of the start of the refused attempt.</param>
    /// <param name="spread">Random bits that keep refused callers from coming back all at once.</param>
    /// <returns>The wait before the next attempt; null when the time is used up.</returns>
    public TimeSpan? NoteRefusal(long attemptStarted, Guid spread)
    {
        // A long poll may be taken, wait for hours and only then be refused, because the engine restarts: that is a first refusal, not the end of a long series.
        if (_firstRefusal is null || clock.GetElapsedTime(attemptStarted) >= limit)
        {
            _firstRefusal = clock.GetTimestamp();
            _nextDelay = FirstDelay;
        }

        var left = limit - clock.GetElapsedTime(_firstRefusal.Value);
        if (left <= TimeSpan.Zero)
        {
            return null;
        }

        var delay = Min(WholeMilliseconds(_nextDelay * Fraction(spread)), left);
        _nextDelay = Min(2 * _nextDelay, MaximumDelay);
        return delay;
    }

    // From a half to the whole delay.
    private static double Fraction(Guid spread) => 0.5 + (0.5 * spread.ToByteArray()[0] / byte.MaxValue);

    private static TimeSpan WholeMilliseconds(TimeSpan delay) => TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
