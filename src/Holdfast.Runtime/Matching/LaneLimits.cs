namespace Holdfast.Runtime;

/// <summary>The limits that an attempt is under beside those of its whole task queue.</summary>
/// <param name="OfType">That of its activity type; null when there is none.</param>
/// <param name="OfKey">That of its concurrency key; null when there is none.</param>
/// <param name="OfKeyOfType">That of its concurrency key within its activity type; null when there is none.</param>
/// <param name="Level">Its priority, which orders those that a limit holds back.</param>
internal readonly record struct LaneLimits(AttemptLimiter? OfType, AttemptLimiter? OfKey, AttemptLimiter? OfKeyOfType, int Level)
{
    public static readonly LaneLimits None;

    public bool IsNone => OfType is null && OfKey is null && OfKeyOfType is null;

    /// <summary>A limit that has no room; null when each has.</summary>
    public AttemptLimiter? FindFull(DateTimeOffset now) =>
        OfType?.Allows(now) == false ? OfType : OfKey?.Allows(now) == false ? OfKey : OfKeyOfType?.Allows(now) == false ? OfKeyOfType : null;

    /// <summary>Something under the limits begins to wait.</summary>
    public void Enter()
    {
        OfType?.Enter();
        OfKey?.Enter();
        OfKeyOfType?.Enter();
    }

    public void Take(DateTimeOffset now)
    {
        OfType?.Take(now);
        OfKey?.Take(now);
        OfKeyOfType?.Take(now);
    }

    public void Release(DateTimeOffset now)
    {
        OfType?.Release(now);
        OfKey?.Release(now);
        OfKeyOfType?.Release(now);
    }

    /// <summary>Whoever leaves room unused lets the next have it.</summary>
    public void WakeNext(DateTimeOffset now)
    {
        OfType?.WakeNext(now);
        OfKey?.WakeNext(now);
        OfKeyOfType?.WakeNext(now);
    }
}
