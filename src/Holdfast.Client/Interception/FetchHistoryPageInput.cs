using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A page of a run's history is read.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="FirstEventId">The event to begin with, from 1.</param>
public sealed record FetchHistoryPageInput(WorkflowExecution Execution, long FirstEventId);
