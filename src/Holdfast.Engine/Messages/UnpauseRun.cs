namespace Holdfast.Engine;

/// <summary>Lets a paused run go on.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Identity">Who asks.</param>
/// <param name="RequestId">Idempotence key.</param>
public sealed record UnpauseRun(string Reason, string Identity, string RequestId) : RunMessage;
