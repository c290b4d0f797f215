namespace Holdfast.Protocol;

/// <summary>Where a build of the workers' code first completed a workflow task of a chain of runs: what it did can be undone by a reset to there.</summary>
/// <param name="BuildId">The build.</param>
/// <param name="RunId">The run whose task it was.</param>
/// <param name="FirstWorkflowTaskCompletedEventId">The WorkflowTaskCompleted event of that task.</param>
/// <param name="Time">When it completed.</param>
public sealed record ResetPoint(string BuildId, RunId RunId, long FirstWorkflowTaskCompletedEventId, DateTimeOffset Time);
