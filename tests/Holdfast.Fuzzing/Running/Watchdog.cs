using System.Diagnostics;

namespace Holdfast.Fuzzing;

/// <summary>Ends the process when an input hangs, and says which.</summary>
internal sealed class Watchdog : IDisposable
{
    /// <summary>How long an input may take before it counts as hanging: 60 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly Timer _timer;
    private volatile Current? _current;

    public Watchdog() => _timer = new Timer(_ => Look(), null, BetweenLooks, BetweenLooks);

    public IDisposable Watch(string target, long number, byte[] input) => _current = new Current(this, new FuzzFinding(target, number, input, "it hangs"), Stopwatch.GetTimestamp());

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (_current is { } current && Stopwatch.GetElapsedTime(current.Began) > Patience)
        {
            Environment.FailFast(current.Finding.ToString());
        }
    }

    private sealed record Current(Watchdog Owner, FuzzFinding Finding, long Began) : IDisposable
    {
        public void Dispose() => Owner._current = null;
    }
}
