using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Workflow code has run. Refused with <see cref="ErrorCodes.StaleAttempt"/> unless the task named is the one under way.</summary>
/// <param name="StartedEventId">The task's WorkflowTaskStarted event (the ID it has, or will have when transient or speculative).</param>
/// <param name="Attempt">The task's attempt.</param>
/// <param name="Commands">What it asks for, in order.</param>
/// <param name="Identity">The worker.</param>
/// <param name="ForceNewTask">True when the worker needs another task at once: its local activities are still under way.</param>
/// <param name="BuildId">The build of the worker's code; empty when it does not say.</param>
public sealed record CompleteWorkflowTask(long StartedEventId, int Attempt, IReadOnlyList<Command> Commands, string Identity, bool ForceNewTask = false, string BuildId = "") : RunMessage;
