using Holdfast.Protocol;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Rebuilds the runs in memory from the settled store and the journal, and takes them up where they stopped.</summary>
internal sealed class Recovery(ISettledStore store, ShardOwner[] owners, StartLimits startLimits, EngineOptions options, EngineInstruments instruments, ILogger logger)
{
    /// <summary>Workflows, or runs, that the store is asked for at once.</summary>
    private const int MostAskedAtOnce = 2_048;

    private readonly Dictionary<RunId, RunEntry> _runs = [];
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
        await FillDirectoriesAsync(cancellationToken);
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

        foreach (var group in unnotified.Chunk(MostAskedAtOnce))
        {
            foreach (var settled in await store.LoadManyAsync(group, cancellationToken))
            {
                _runs.Add(settled.Summary.RunId, RunFolding.Fold(settled));
            }
        }
    }

    /// <summary>An open run is its workflow's newest; a closed one is, unless memory or the store has a newer.</summary>
    private async Task FillDirectoriesAsync(CancellationToken cancellationToken)
    {
        Dictionary<WorkflowKey, RunId> newest = new(_runs.Count);
        foreach (var run in _runs.Values)
        {
            Note(newest, run.Workflow, run.RunId);
        }

        foreach (var group in _runs.Values.Where(static r => r.State.IsClosed).Select(static r => r.Workflow).Chunk(MostAskedAtOnce))
        {
            foreach (var (workflow, runId) in await store.FindNewestOfManyAsync(group, cancellationToken))
            {
                Note(newest, workflow, runId);
            }
        }

        foreach (var run in _runs.Values)
        {
            OwnerOf(run).Directory.Add(run, isNewest: !run.State.IsClosed || newest[run.Workflow] == run.RunId);
        }
    }

    private static void Note(Dictionary<WorkflowKey, RunId> newest, WorkflowKey workflow, RunId runId)
    {
        if (newest.GetValueOrDefault(workflow) < runId)
        {
            newest[workflow] = runId;
        }
    }

    private void TakeUp(RunEntry run)
    {
        var owner = OwnerOf(run);
        run.LastStepTime = owner.Now;
        owner.Sleeping.Remove(run.RunId);

        // Attributes of a run that was never settled are in no registry: asking about them makes their types known.
        SearchAttributeTyping.Admit(run.State.SearchAttributes, run.Workflow.Namespace, owner.Services.SearchAttributeTypes.Used);
        var wasClosed = run.State.IsClosed;
        owner.Steps.TakeUp(run);

        // After it has told its children: a run that owes them that is not settled, and settling may begin at once.
        if (wasClosed && run.FirstUnsettledLsn != 0)
        {
            owner.Settling.Closed(run);
        }
    }

    private ShardOwner OwnerOf(RunEntry run) => HoldfastEngine.OwnerOf(owners, run.Workflow);
}
