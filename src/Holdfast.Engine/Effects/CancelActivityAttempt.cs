using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Tell the worker of a running attempt that it should stop. When <paramref name="ReleasesSlot"/> the engine no longer waits for its report.</summary>
/// <param name="Activity">The attempt.</param>
/// <param name="Reason">Why.</param>
/// <param name="ReleasesSlot">True when the attempt is over for the engine (timed out, run closed).</param>
/// <param name="OverdueTime">When the attempt's own timeouts end it at the latest; its worker may have it in hand until then. Only with <paramref name="ReleasesSlot"/>.</param>
public sealed record CancelActivityAttempt(ActivityRef Activity, ActivityCancelReason Reason, bool ReleasesSlot, DateTimeOffset? OverdueTime = null) : Effect;
