namespace Holdfast.Runtime;

/// <summary>Limits a rate. Holds up to a second's worth, at least one; computed from the time of what was taken, so that no time needs to pass in it.</summary>
internal sealed class TokenBucket(double perSecond)
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / perSecond);
    private readonly TimeSpan _tolerance = TimeSpan.FromSeconds((Math.Max(1, perSecond) - 1) / perSecond);
    private DateTimeOffset _full;

    /// <summary>From when on one may be taken.</summary>
    public DateTimeOffset NextTime => _full > DateTimeOffset.MinValue + _tolerance ? _full - _tolerance : DateTimeOffset.MinValue;

    /// <summary>True when it is as if nothing had ever been taken.</summary>
    public bool IsFull(DateTimeOffset now) => _full <= now;

    public void Take(DateTimeOffset now) => _full = (_full > now ? _full : now) + _interval;
}
