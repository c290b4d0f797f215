using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Names an attempt that the engine no longer waits for.</summary>
internal readonly record struct AbandonedAttempt(RunId RunId, long ScheduledEventId, int Attempt);
