using Holdfast.Protocol;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Rebuilds the runs in memory from the settled store and the journal, and takes them up where they stopped.</summary>
internal sealed class Recovery(ISettledStore store, ShardOwner[] owners, StartLimits startLimits, EngineOptions options, EngineInstruments instruments, ILogger logger)
{
    private readonly Dictionary<RunId, RunEntry> _runs = [];
    private readonly Dictionary<WorkflowKey, RunId> _newestRecovered = [];
    private readonly List<SettledRunSummary> _settledUnderStartLimits = [];

    /// <summary>How many runs are rebuilt at a time; whoever pumps the engine himself wants everything on his own thread.</summary>
    private int Workers => options.Pumping == EnginePumping.DedicatedThreads ? Environment.ProcessorCount : 1;

    public async Task RunAsync(JournalReplay replay, long epoch, CancellationToken cancellationToken)
    {
        await NoteSleepingRunsAsync(cancellationToken);
        foreach (var run in await new RunRebuilding(store, Workers).RunAsync(replay, cancellationToken))
        {
            _runs.Add(run.RunId, run);
        }

        await LoadUnnotifiedRunsAsync(cancellationToken);
        foreach (var run in _runs.Values)
        {
            var newest = _newestRecovered.GetValueOrDefault(run.Workflow);
            _newestRecovered[run.Workflow] = newest > run.RunId ? newest : run.RunId;
        }

        foreach (var run in _runs.Values)
        {
            OwnerOf(run).Directory.Add(run, await IsNewestAsync(run, cancellationToken));
        }

        await NoteTakenRunIdsAsync(replay, cancellationToken);
        foreach (var run in _runs.Values)
        {
            TakeUp(run);
        }

        OpenStartLimits();

        instruments.Recovered(_runs.Count);
        OwnerLog.Recovered(logger, _runs.Count, replay.RecordCount, epoch);
    }

    /// <summary>The newest run of a workflow is the one with the largest ID: no run may get a smaller one than those that there are, whatever the clock says.</summary>
    private async Task NoteTakenRunIdsAsync(JournalReplay replay, CancellationToken cancellationToken)
    {
        foreach (var runId in _runs.Keys.Concat(replay.RunIds))
        {
            options.RunIds.NoteTaken(runId);
        }

        foreach (var @namespace in await store.ReadNamespacesAsync(cancellationToken))
        {
            foreach (var newest in await store.ListAsync(new RunListing { Namespace = @namespace, PageSize = 1 }, cancellationToken))
            {
                options.RunIds.NoteTaken(newest.Execution.RunId);
            }
        }
    }

    private async Task NoteSleepingRunsAsync(CancellationToken cancellationToken)
    {
        await foreach (var summary in store.ReadOpenRunsAsync(cancellationToken))
        {
            if (summary.StartPermit is not null)
            {
                _settledUnderStartLimits.Add(summary);
            }

            if (summary.NextWakeUp is { } dueTime)
            {
                HoldfastEngine.OwnerOf(owners, summary.Workflow).Sleeping.Set(summary.RunId, dueTime);
            }
        }
    }

    /// <summary>Of a run that the journal goes on with, what the journal says counts.</summary>
    private void OpenStartLimits()
    {
        foreach (var summary in _settledUnderStartLimits)
        {
            if (!_runs.ContainsKey(summary.RunId))
            {
                startLimits.Restore(summary.Workflow, summary.RunId, summary.StartPermit!);
            }
        }

        startLimits.Open();
    }

    private async Task LoadUnnotifiedRunsAsync(CancellationToken cancellationToken)
    {
        List<RunId> unnotified = [];
        await foreach (var summary in store.ReadUnnotifiedRunsAsync(cancellationToken))
        {
            if (!_runs.ContainsKey(summary.RunId))
            {
                unnotified.Add(summary.RunId);
            }
        }

        foreach (var runId in unnotified)
        {
            _runs.Add(runId, RunFolding.Fold((await store.LoadAsync(runId, cancellationToken))!));
        }
    }

    /// <summary>An open run is its workflow's newest; a closed one is, unless memory or the store has a newer.</summary>
    private async Task<bool> IsNewestAsync(RunEntry run, CancellationToken cancellationToken)
    {
        if (!run.State.IsClosed)
        {
            return true;
        }

        if (_newestRecovered[run.Workflow] > run.RunId)
        {
            return false;
        }

        var newest = await store.FindNewestAsync(run.Workflow, cancellationToken);
        return newest is null || newest.RunId <= run.RunId;
    }

    private void TakeUp(RunEntry run)
    {
        var owner = OwnerOf(run);
        run.LastStepTime = owner.Now;
        owner.Sleeping.Remove(run.RunId);
        SearchAttributeTyping.Problem(run.State.SearchAttributes, run.Workflow.Namespace, owner.Services.SearchAttributeTypes.Used);
        if (run.State.IsClosed && run.FirstUnsettledLsn != 0)
        {
            owner.Settling.Closed(run);
        }

        owner.Steps.TakeUp(run);
    }

    private ShardOwner OwnerOf(RunEntry run) => HoldfastEngine.OwnerOf(owners, run.Workflow);
}
