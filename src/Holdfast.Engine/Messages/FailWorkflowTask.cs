using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Workflow code could not be run. Refused with <see cref="ErrorCodes.StaleAttempt"/> unless the task named is the one under way.</summary>
public sealed record FailWorkflowTask(long StartedEventId, int Attempt, WorkflowTaskFailedCause Cause, Failure Failure, string Identity) : RunMessage;
