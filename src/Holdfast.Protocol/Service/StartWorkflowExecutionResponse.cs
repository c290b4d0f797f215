namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.StartWorkflowExecutionAsync"/>.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Started">False when an open run was used (conflict policy), or the request had been seen before.</param>
public sealed record StartWorkflowExecutionResponse(RunId RunId, bool Started);
