namespace Holdfast.Runtime;

/// <summary>Closed runs that wait to be settled, in the order in which they closed, and how much memory their histories take.</summary>
internal sealed class ClosedRuns
{
    private readonly Queue<(RunEntry Run, int Bytes)> _runs = new();

    /// <summary>Runs that wait.</summary>
    public int Count => _runs.Count;

    /// <summary>Bytes of their histories, as they were when the runs were taken in.</summary>
    public long Bytes { get; private set; }

    /// <summary>Takes a run in.</summary>
    public void Enqueue(RunEntry run)
    {
        var bytes = run.History.Bytes;
        _runs.Enqueue((run, bytes));
        Bytes += bytes;
    }

    /// <summary>Gives the run that has waited longest; there is one.</summary>
    public RunEntry Dequeue()
    {
        var (run, bytes) = _runs.Dequeue();
        Bytes -= bytes;
        return run;
    }
}
