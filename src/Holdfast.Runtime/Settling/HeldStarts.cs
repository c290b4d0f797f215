using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Starts that wait until fewer idle runs are on their way to the settled store: what is started faster than it can leave would fill the memory.</summary>
internal sealed class HeldStarts(ShardOwner owner, EngineOptions options)
{
    private readonly Queue<OwnerMessage> _starts = new();
    private int _leavingRuns;

    /// <summary>Holds a start back when it must wait.</summary>
    /// <returns>False when it may go on.</returns>
    public bool TryHold(OwnerMessage start)
    {
        if (_leavingRuns < options.MaximumLeavingRuns)
        {
            return false;
        }

        if (_starts.Count < options.MaximumWaitingRequests)
        {
            _starts.Enqueue(start);
        }
        else
        {
            start.Fail(new HoldfastException(ErrorCodes.ResourceExhausted, "Too many starts wait until idle runs are settled. Start again in a moment; if this persists, the disk under the data folder is too slow for the load."));
        }

        return true;
    }

    /// <summary>Runs are on their way to the store.</summary>
    public void Leaving(IEnumerable<SettlingRun> runs) => _leavingRuns += CountIdle(runs);

    /// <summary>They have arrived, or failed to: what was held goes on when few enough are left.</summary>
    public void Left(IEnumerable<SettlingRun> runs)
    {
        _leavingRuns -= CountIdle(runs);
        while (_leavingRuns < options.MaximumLeavingRuns && _starts.TryDequeue(out var start))
        {
            owner.Mailbox.Post(start);
        }
    }

    /// <summary>The engine stopped.</summary>
    public void Abandon(Exception exception)
    {
        while (_starts.TryDequeue(out var start))
        {
            start.Fail(exception);
        }
    }

    private static int CountIdle(IEnumerable<SettlingRun> runs) =>
        runs.Count(static r => r.Settlement.Info.Status is WorkflowExecutionStatus.Running or WorkflowExecutionStatus.Paused);
}
