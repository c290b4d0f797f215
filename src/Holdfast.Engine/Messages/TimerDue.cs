namespace Holdfast.Engine;

/// <summary>A timer that an <see cref="ArmTimer"/> effect asked for is due. One that no longer means anything changes nothing.</summary>
public sealed record TimerDue(RunTimer Timer) : RunMessage;
