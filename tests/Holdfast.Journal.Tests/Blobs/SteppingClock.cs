namespace Holdfast.Journaling.Tests;

/// <summary>A clock that goes on by a second each time it is asked.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private long _seconds;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddSeconds(Interlocked.Increment(ref _seconds));
}
