using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Runs whose code did something foreign; their next attempt is watched. Bounded: of too many, the further ones are not watched.</summary>
internal sealed class SuspectRuns
{
    private const int MaximumRuns = 1_000;

    private readonly Lock _gate = new();
    private readonly HashSet<RunId> _runs = [];
    private volatile int _count;

    public void Add(RunId runId)
    {
        lock (_gate)
        {
            if (_runs.Count < MaximumRuns)
            {
                _runs.Add(runId);
                _count = _runs.Count;
            }
        }
    }

    public bool Contains(RunId runId)
    {
        if (_count == 0)
        {
            return false;
        }

        lock (_gate)
        {
            return _runs.Contains(runId);
        }
    }

    public void Remove(RunId runId)
    {
        if (_count == 0)
        {
            return;
        }

        lock (_gate)
        {
            _runs.Remove(runId);
            _count = _runs.Count;
        }
    }
}
