namespace Holdfast;

/// <summary>A workflow and the update that it was started with, or that the open run took.</summary>
/// <typeparam name="TWorkflowHandle">Kind of handle to the workflow.</typeparam>
/// <typeparam name="TUpdateHandle">Kind of handle to the update.</typeparam>
/// <param name="Workflow">The workflow.</param>
/// <param name="Update">The update.</param>
public sealed record StartedWithUpdate<TWorkflowHandle, TUpdateHandle>(TWorkflowHandle Workflow, TUpdateHandle Update)
    where TWorkflowHandle : WorkflowHandle
    where TUpdateHandle : UpdateHandle;
