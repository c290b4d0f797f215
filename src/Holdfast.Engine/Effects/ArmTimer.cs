namespace Holdfast.Engine;

/// <summary>Send <see cref="TimerDue"/> at the time given. There is no disarming: a timer that no longer means anything is ignored when due.</summary>
public sealed record ArmTimer(RunTimer Timer, DateTimeOffset DueTime) : Effect
{
    /// <inheritdoc/>
    public override bool IsGated => false;
}
