using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>An attempt ended. Refused with <see cref="ErrorCodes.StaleAttempt"/> unless it is the one under way.</summary>
public sealed record RespondActivity(long ScheduledEventId, int Attempt, ActivityOutcome Outcome, string Identity) : RunMessage;
