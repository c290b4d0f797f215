namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.QueryWorkflowAsync"/>.</summary>
/// <param name="Result">The answer.</param>
public sealed record QueryWorkflowResponse(Payloads Result);
