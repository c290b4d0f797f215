using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A request to cancel; a second one is accepted and changes nothing.</summary>
/// <param name="FirstExecutionRunId">When set, the run's chain must begin with it.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Identity">Who asks.</param>
/// <param name="RequestId">Idempotence key.</param>
public sealed record RequestCancelRun(RunId FirstExecutionRunId, string Reason, string Identity, string RequestId) : RunMessage;
