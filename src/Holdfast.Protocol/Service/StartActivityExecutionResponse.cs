namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.StartActivityExecutionAsync"/>.</summary>
/// <param name="RunId">The run that was started or is used.</param>
/// <param name="Started">True when it was started by this request.</param>
public sealed record StartActivityExecutionResponse(RunId RunId, bool Started);
