namespace Holdfast.Engine;

/// <summary>
/// Keeps one timer armed for all of a run's deadlines. There is no disarming, so arming each deadline would leave a dead timer behind every activity and
/// every canceled timer; armed is therefore only what is earlier than the timer already armed, and when that is due the next is found.
/// </summary>
internal static class WakeUp
{
    internal static void At(RunState state, Deadline? deadline, RunStep step)
    {
        if (deadline is { } wanted && (state.ArmedTimer is not { } armed || wanted.DueTime < armed.DueTime))
        {
            state.ArmedTimer = wanted;
            step.Emit(new ArmTimer(wanted.Timer, wanted.DueTime));
        }
    }

    internal static void At(RunState state, RunTimerKind kind, long eventId, int attempt, DateTimeOffset dueTime, RunStep step) =>
        At(state, new Deadline(dueTime, new RunTimer(kind, eventId, attempt)), step);

    internal static void AtEarliest(RunState state, RunStep step) => At(state, Deadlines.Earliest(state), step);
}
