namespace Holdfast.Engine;

/// <summary>Pauses the run.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Identity">Who asks.</param>
/// <param name="RequestId">Idempotence key.</param>
public sealed record PauseRun(string Reason, string Identity, string RequestId) : RunMessage;
