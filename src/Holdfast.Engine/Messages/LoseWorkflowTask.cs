namespace Holdfast.Engine;

/// <summary>
/// The worker that had the run's workflow task is gone and will not answer: the task times out now, and is offered again at once. Nothing changes when no
/// task is under way.
/// </summary>
public sealed record LoseWorkflowTask : RunMessage;
