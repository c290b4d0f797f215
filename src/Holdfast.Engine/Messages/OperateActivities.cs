using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>An operator does something to pending activities. Refused with <see cref="ErrorCodes.ActivityNotPending"/> when none of those meant is pending.</summary>
/// <param name="Activities">Which.</param>
/// <param name="Operation">What.</param>
/// <param name="Identity">Who asks.</param>
/// <param name="RequestId">Idempotence key.</param>
public sealed record OperateActivities(ActivitySelector Activities, ActivityOperation Operation, string Identity, string RequestId) : RunMessage;
