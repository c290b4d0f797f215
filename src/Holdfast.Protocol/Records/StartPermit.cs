namespace Holdfast.Protocol;

/// <summary>What limits on starts must know of an open run that they count, also when the run is not in memory.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="TaskQueue">Its task queue.</param>
/// <param name="WorkflowType">Its type.</param>
/// <param name="ConcurrencyKey">Its key; empty when it has none.</param>
/// <param name="Priority">Its priority key, 1 to 5.</param>
/// <param name="IsChild">True for a child, which the limit of the whole task queue does not count.</param>
/// <param name="AwaitedSince">Since when it waits; null when it does not.</param>
/// <param name="DebouncedSince">When the first of its row of debounced starts came; null when it was not debounced.</param>
public sealed record StartPermit(StartPermitState State, string TaskQueue, string WorkflowType, string ConcurrencyKey, int Priority, bool IsChild, DateTimeOffset? AwaitedSince, DateTimeOffset? DebouncedSince);
