using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Somebody waits for the outcome of an update.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="UpdateId">The update.</param>
public sealed record PollUpdateInput(WorkflowExecution Execution, string UpdateId);
