using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A run whose place another one takes.</summary>
/// <param name="Workflow">Its workflow.</param>
/// <param name="RunId">The run.</param>
/// <param name="Action">How it is made to go.</param>
/// <param name="By">The run that takes its place.</param>
internal sealed record DisplacedRun(WorkflowKey Workflow, RunId RunId, ReplacedRunAction Action, WorkflowExecution By);
