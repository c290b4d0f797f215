using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Closed runs that could not be archived, and when each is tried again: those behind them must not wait for them.</summary>
internal sealed class FailedArchivings
{
    /// <summary>Most runs that are remembered.</summary>
    public const int Most = 1_000;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan GoneAfter = TimeSpan.FromHours(1);
    private readonly Dictionary<RunId, (DateTimeOffset NextTry, TimeSpan Delay)> _runs = [];

    public int Count => _runs.Count;

    /// <summary>True when no other run can be remembered.</summary>
    public bool IsFull => _runs.Count >= Most;

    /// <summary>True when the run could not be archived before.</summary>
    public bool Contains(RunId runId) => _runs.ContainsKey(runId);

    /// <summary>True when the run is to be left alone yet.</summary>
    public bool IsWaiting(RunId runId, DateTimeOffset now) => _runs.TryGetValue(runId, out var failed) && now < failed.NextTry;

    /// <summary>The run could not be archived, possibly once more.</summary>
    public void Note(RunId runId, DateTimeOffset now)
    {
        var delay = _runs.TryGetValue(runId, out var failed) ? 2 * failed.Delay : FirstDelay;
        delay = delay < LongestDelay ? delay : LongestDelay;
        _runs[runId] = (now + delay, delay);
    }

    /// <summary>The run is archived, or gone.</summary>
    public void Forget(RunId runId) => _runs.Remove(runId);

    /// <summary>Forgets runs that were due long ago and not tried: they were deleted in another way.</summary>
    public void ForgetGone(DateTimeOffset now)
    {
        foreach (var (runId, failed) in _runs)
        {
            if (now - failed.NextTry > GoneAfter)
            {
                _runs.Remove(runId);
            }
        }
    }
}
