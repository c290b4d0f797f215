using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>What agents have called. A call may be repeated as long as nobody has used its result; afterwards a repeat is money thrown away.</summary>
public sealed class ModelBill
{
    private readonly Dictionary<string, int> _progress = new(StringComparer.Ordinal);

    /// <summary>Calls that were repeated after their results had been used, and the attempts that made them.</summary>
    public IList<(string Agent, ActivityRef Attempt, string What)> PaidTwice { get; } = [];

    /// <summary>Notes that a call begins.</summary>
    /// <param name="agent">Whose.</param>
    /// <param name="stage">Its place: each stage begins when the calls of the stage before have ended.</param>
    /// <param name="attempt">The attempt that calls.</param>
    public void Begin(string agent, int stage, ActivityRef attempt)
    {
        var progress = _progress.GetValueOrDefault(agent);
        if (stage < progress)
        {
            PaidTwice.Add((agent, attempt, $"{agent} called stage {stage} again, by attempt {attempt.Attempt}, when it was at stage {progress}"));
        }

        _progress[agent] = Math.Max(progress, stage);
    }
}
