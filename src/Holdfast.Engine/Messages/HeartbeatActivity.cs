using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>An attempt is alive. Refused with <see cref="ErrorCodes.StaleAttempt"/> unless it is the one under way.</summary>
public sealed record HeartbeatActivity(long ScheduledEventId, int Attempt, Payloads Details) : RunMessage;
