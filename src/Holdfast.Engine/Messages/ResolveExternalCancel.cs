namespace Holdfast.Engine;

/// <summary>The outcome of a <see cref="RequestExternalCancel"/> effect.</summary>
/// <param name="InitiatedEventId">Its initiated event.</param>
/// <param name="FailureCause">Why it failed; null when the other run has been asked.</param>
public sealed record ResolveExternalCancel(long InitiatedEventId, string? FailureCause) : RunMessage;
