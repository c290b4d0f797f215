namespace Holdfast.Interception;

/// <summary>Workflow code waits for a durable timer.</summary>
/// <param name="Delay">How long.</param>
/// <param name="Summary">A line for people.</param>
/// <param name="CancellationToken">Cancels the timer; null for the workflow's own token.</param>
public sealed record DelayInput(TimeSpan Delay, string Summary, CancellationToken? CancellationToken);
