namespace Holdfast;

/// <summary>
/// Marks the constructor of a workflow class that takes the run's arguments: it has the parameters of RunAsync, and runs before RunAsync and before any handler, so
/// that handlers find the workflow's state initialised. It may look at <see cref="Workflow.Info"/>, but not wait.
/// </summary>
[AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
public sealed class WorkflowInitAttribute : Attribute;
