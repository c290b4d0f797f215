namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.GetWorkflowExecutionHistoryAsync"/>.</summary>
/// <param name="RunId">The run that was read.</param>
/// <param name="Events">The events, in order.</param>
/// <param name="NextEventId">First event of the next page; null when history ends here and the run is closed, or ends here for now.</param>
/// <param name="Closed">True when the run is closed.</param>
public sealed record GetWorkflowExecutionHistoryResponse(RunId RunId, IReadOnlyList<HistoryEvent> Events, long? NextEventId, bool Closed);
