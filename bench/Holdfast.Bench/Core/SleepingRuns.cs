namespace Holdfast.Bench;

/// <summary>Runs that sleep: what they cost in memory, and how fast they are awake. In a process of their own, which does nothing else.</summary>
internal static class SleepingRuns
{
    private const double ResidentBarMegabytes = 1_000;
    private const double WakeBarMilliseconds = 10;
    private const double TimersBarMilliseconds = 1_000;
    private const int BytesPerMegabyte = 1_000_000;
    private const int Timers = 10_000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CoreSettings settings)
    {
        var runs = settings.Count(full: 1_000_000, quick: 20_000);
        using var child = ChildProcess.StartWithDefaultCollector(ChildCommand.Sleep, settings.EmptyFolder("sleep"), $"{runs}", $"{Timers}");
        var seen = await child.ReadAnswerAsync<SleepingFigures>();
        Check.That(seen.FiredTimers == Timers, $"of {Timers} timers {seen.FiredTimers} fired");
        return
        [
            Figure.Reported($"start of {runs} runs that go to sleep", runs / seen.StartSeconds, "workflows/s"),
            Figure.Reported("until none is in memory any more", seen.SettleSeconds, "s"),
            Figure.AtMost($"memory of the process at its highest while {runs} runs went to sleep", (double)seen.HighestResidentBytes / BytesPerMegabyte, "MB", ResidentBarMegabytes),
            Figure.Reported("memory of the process when all slept", (double)seen.ResidentBytes / BytesPerMegabyte, "MB"),
            Figure.Reported("of it live objects", (double)seen.ManagedBytes / BytesPerMegabyte, "MB"),
            Figure.Reported("from signal to activity of a sleeping run, p50", seen.WakeMedianMilliseconds, "ms"),
            Figure.AtMost("from signal to activity of a sleeping run, p99", seen.WakeTailMilliseconds, "ms", WakeBarMilliseconds),
            Figure.Reported("from signal to activity of a sleeping run, slowest", seen.WakeSlowestMilliseconds, "ms"),
            Figure.AtMost($"last of {Timers} timers due together, to its activity", seen.LastTimerMilliseconds, "ms", TimersBarMilliseconds),
        ];
    }
}
