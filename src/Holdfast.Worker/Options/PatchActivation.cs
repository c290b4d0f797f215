namespace Holdfast.Worker;

/// <summary>Workflow code asks for the first time, and not during replay, whether to take the new way of a patch.</summary>
/// <param name="Workflow">The run.</param>
/// <param name="PatchId">The patch that <see cref="Holdfast.Workflow.Patched"/> was given.</param>
public sealed record PatchActivation(WorkflowInfo Workflow, string PatchId);
