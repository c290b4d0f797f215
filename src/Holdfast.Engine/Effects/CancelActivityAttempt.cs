using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Tell the worker of a running attempt that it should stop. When <paramref name="ReleasesSlot"/> the engine no longer waits for its report.</summary>
/// <param name="Activity">The attempt.</param>
/// <param name="Reason">Why.</param>
/// <param name="ReleasesSlot">True when the attempt is over for the engine (timed out, run closed).</param>
public sealed record CancelActivityAttempt(ActivityRef Activity, ActivityCancelReason Reason, bool ReleasesSlot) : Effect;
