namespace Holdfast.Runtime;

/// <summary>The limits that an attempt is under beside those of its whole task queue.</summary>
/// <param name="OfType">That of its activity type; null when there is none.</param>
/// <param name="OfKey">That of its concurrency key; null when there is none.</param>
/// <param name="Level">Its priority, which orders those that a limit holds back.</param>
internal readonly record struct LaneLimits(ConcurrencyLimiter? OfType, ConcurrencyLimiter? OfKey, int Level)
{
    public static readonly LaneLimits None;

    public bool IsNone => OfType is null && OfKey is null;

    /// <summary>A limit that has no room; null when each has.</summary>
    public ConcurrencyLimiter? FindFull() => OfType is { HasRoom: false } ? OfType : OfKey is { HasRoom: false } ? OfKey : null;

    /// <summary>Something under the limits begins to wait.</summary>
    public void Enter()
    {
        OfType?.Enter();
        OfKey?.Enter();
    }

    public void Take()
    {
        OfType?.Take();
        OfKey?.Take();
    }

    public void Release()
    {
        OfType?.Release();
        OfKey?.Release();
    }

    /// <summary>Whoever leaves room unused lets the next have it.</summary>
    public void WakeNext()
    {
        OfType?.WakeNext();
        OfKey?.WakeNext();
    }
}
