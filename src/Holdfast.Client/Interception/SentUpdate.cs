using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>An update that was sent.</summary>
/// <param name="UpdateId">Its ID.</param>
/// <param name="Response">The stage reached, and at stage Completed the outcome.</param>
public sealed record SentUpdate(string UpdateId, UpdateWorkflowExecutionResponse Response);
