namespace Holdfast.Protocol;

/// <summary>Who paused a run or an activity, when and why.</summary>
/// <param name="Time">When.</param>
/// <param name="Identity">Who.</param>
/// <param name="Reason">Why.</param>
public sealed record PauseInfo(DateTimeOffset Time, string Identity, string Reason);
