namespace Holdfast.Engine;

/// <summary>The run's code is to be run though nothing is new: something touched it that may not, and the next task shows the error.</summary>
public sealed record ForceWorkflowTask : RunMessage;
