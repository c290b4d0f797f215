using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A workflow task that runs for too long.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="RunId">The run.</param>
/// <param name="WorkflowType">The workflow type.</param>
/// <param name="Elapsed">How long it has run.</param>
public sealed record StuckActivation(WorkflowKey Workflow, RunId RunId, string WorkflowType, TimeSpan Elapsed);
