namespace Holdfast.Engine;

/// <summary>A worker takes the pending workflow task.</summary>
/// <param name="Identity">The worker.</param>
/// <param name="RequestId">Idempotence key of the poll; empty for a worker in the engine's process.</param>
public sealed record StartWorkflowTask(string Identity, string RequestId) : RunMessage;
