namespace Holdfast.Runtime;

/// <summary>How fast runs are deleted: faster than they close, and otherwise slowly enough that nobody notices.</summary>
/// <param name="timeProvider">The engine's clock.</param>
/// <param name="settledRuns">How many runs the engine has settled.</param>
internal sealed class SweepPace(TimeProvider timeProvider, Func<long> settledRuns)
{
    /// <summary>Most runs that one transaction deletes: it keeps the store's writer for some ten milliseconds.</summary>
    public const int RunsPerTurn = 500;

    /// <summary>Most notes of deleted runs that one transaction forgets.</summary>
    public const int NotesPerTurn = 4_000;

    /// <summary>Runs a second that are deleted when many are due at once, for example because the retention was shortened.</summary>
    private const double LeastRunsPerSecond = 10_000;

    /// <summary>What is settled must be deleted one day: the sweep may be so many times as fast, so that it comes to an end.</summary>
    private const double TimesSettled = 2;

    private long _begun = timeProvider.GetTimestamp();
    private long _settledAtBegin = settledRuns();

    /// <summary>Time from the beginning of one turn to that of the next.</summary>
    public TimeSpan Spacing { get; private set; } = TimeSpan.FromSeconds(RunsPerTurn / LeastRunsPerSecond);

    /// <summary>A sweep begins: looks how fast runs were settled since the one before.</summary>
    public void Begin()
    {
        var (now, settled) = (timeProvider.GetTimestamp(), settledRuns());
        var seconds = timeProvider.GetElapsedTime(_begun, now).TotalSeconds;
        var settledPerSecond = seconds > 0 ? (settled - _settledAtBegin) / seconds : 0;
        Spacing = TimeSpan.FromSeconds(RunsPerTurn / Math.Max(LeastRunsPerSecond, TimesSettled * settledPerSecond));
        (_begun, _settledAtBegin) = (now, settled);
    }

    /// <summary>How long to rest after a turn that took so long.</summary>
    public TimeSpan RestAfter(TimeSpan took) => took < Spacing ? Spacing - took : TimeSpan.Zero;
}
