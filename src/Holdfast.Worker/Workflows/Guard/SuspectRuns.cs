using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Runs whose code did something foreign; their next attempt is watched. Bounded: of too many, the further ones are not watched.</summary>
internal sealed class SuspectRuns
{
    private const int MaximumRuns = 1_000;

    private readonly Lock gate = new();
    private readonly HashSet<RunId> runs = [];
    private volatile int count;

    public void Add(RunId runId)
    {
        lock (gate)
        {
            if (runs.Count < MaximumRuns)
            {
                runs.Add(runId);
                count = runs.Count;
            }
        }
    }

    public bool Contains(RunId runId)
    {
        if (count == 0)
        {
            return false;
        }

        lock (gate)
        {
            return runs.Contains(runId);
        }
    }

    public void Remove(RunId runId)
    {
        if (count == 0)
        {
            return;
        }

        lock (gate)
        {
            runs.Remove(runId);
            count = runs.Count;
        }
    }
}
