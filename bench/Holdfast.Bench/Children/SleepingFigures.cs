namespace Holdfast.Bench;

/// <summary>What a process with many sleeping runs measured of itself.</summary>
/// <param name="StartSeconds">How long it took to start them.</param>
/// <param name="SettleSeconds">How long it then took until none was in memory.</param>
/// <param name="HighestResidentBytes">The process's memory in the operating system's eyes, at its highest until all slept.</param>
/// <param name="ResidentBytes">The same when all slept.</param>
/// <param name="ManagedBytes">What of it is live objects.</param>
/// <param name="WakeMedianMilliseconds">From a signal to an activity of the woken run, median.</param>
/// <param name="WakeTailMilliseconds">The same, 99th percentile.</param>
/// <param name="WakeSlowestMilliseconds">The same, slowest.</param>
/// <param name="FiredTimers">Timers due in one second that fired.</param>
/// <param name="LastTimerMilliseconds">How late the last of them was seen by an activity.</param>
internal sealed record SleepingFigures(
    double StartSeconds,
    double SettleSeconds,
    long HighestResidentBytes,
    long ResidentBytes,
    long ManagedBytes,
    double WakeMedianMilliseconds,
    double WakeTailMilliseconds,
    double WakeSlowestMilliseconds,
    int FiredTimers,
    double LastTimerMilliseconds);
