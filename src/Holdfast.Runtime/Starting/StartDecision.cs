using System.Runtime.InteropServices;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What becomes of a start.</summary>
/// <param name="Started">The run's first event; null when the start is refused.</param>
/// <param name="Displaced">Runs whose place it takes, to be told when it is durable.</param>
/// <param name="Refusal">Why it is refused; null when it is not.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StartDecision(WorkflowExecutionStarted? Started, IReadOnlyList<DisplacedRun> Displaced, HoldfastException? Refusal);
