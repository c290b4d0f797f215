namespace Holdfast.Protocol;

/// <summary>Response of <see cref="IWorkflowService.PollActivityExecutionAsync"/>.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Status">How it closed.</param>
/// <param name="Outcome">What it gave.</param>
public sealed record PollActivityExecutionResponse(RunId RunId, ActivityExecutionStatus Status, ActivityExecutionOutcome Outcome);
