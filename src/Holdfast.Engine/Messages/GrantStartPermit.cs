namespace Holdfast.Engine;

/// <summary>Limits on starts let the run in: its first workflow task is scheduled. Nothing when it does not wait for that, or is paused.</summary>
public sealed record GrantStartPermit : RunMessage;
