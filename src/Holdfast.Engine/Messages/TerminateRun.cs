using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Closes the run by force.</summary>
/// <param name="FirstExecutionRunId">When set, the run's chain must begin with it.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Details">Details.</param>
/// <param name="Identity">Who does it.</param>
public sealed record TerminateRun(RunId FirstExecutionRunId, string Reason, Payloads Details, string Identity) : RunMessage;
