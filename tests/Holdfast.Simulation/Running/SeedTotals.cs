using System.Globalization;

namespace Holdfast.Simulation;

/// <summary>What many worlds came to. Threading: safe from any thread.</summary>
internal sealed class SeedTotals(int seeds)
{
    private readonly Lock _gate = new();
    private int _worlds;
    private long _runs;
    private long _events;
    private long _crashes;
    private TimeSpan _simulated;
    private ulong _hash;

    public int Failures { get; private set; }

    public void Add(int seed, SimulationResult result)
    {
        lock (_gate)
        {
            _worlds++;
            _runs += result.Runs;
            _events += result.Events;
            _crashes += result.Crashes;
            _simulated += result.SimulatedTime;
            _hash ^= result.TraceHash * (2 * (ulong)seed + 1); // in whatever order the worlds end
        }
    }

    /// <summary>Counts a failure; gives how many there are now.</summary>
    public int AddFailure()
    {
        lock (_gate)
        {
            return ++Failures;
        }
    }

    public string Progress(TimeSpan elapsed)
    {
        lock (_gate)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{_worlds} of {seeds} worlds, {Failures} failed, {elapsed.TotalSeconds:F0} s");
        }
    }

    public string Describe(TimeSpan elapsed)
    {
        lock (_gate)
        {
            var verdict = Failures == 0 ? "clean" : $"{Failures} worlds FAILED";
            return string.Create(CultureInfo.InvariantCulture, $"{verdict}; {_runs:N0} runs, {_events:N0} events, {_crashes:N0} crashes; {_simulated.TotalDays:F1} simulated days in {elapsed.TotalSeconds:F0} s ({_simulated / elapsed:N0} times as fast); traces {_hash:x16}");
        }
    }
}
