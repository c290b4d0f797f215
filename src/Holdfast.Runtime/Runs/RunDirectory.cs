using System.Diagnostics.CodeAnalysis;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The runs of one owner that are in memory, by their ID and by their workflow; of those of a workflow at most one is known to be its newest.</summary>
internal sealed class RunDirectory
{
    private readonly Dictionary<RunId, RunEntry> _runs = [];

    /// <summary>Of each workflow the run that was taken in last, with which its others are linked.</summary>
    private readonly Dictionary<WorkflowKey, RunEntry> _byWorkflow = [];

    public int Count => _runs.Count;

    public IEnumerable<RunEntry> Runs => _runs.Values;

    public bool TryGet(RunId runId, [NotNullWhen(true)] out RunEntry? run) => _runs.TryGetValue(runId, out run);

    /// <summary>The workflow's newest run, when it is in memory and known to be the newest.</summary>
    public bool TryGetNewest(WorkflowKey workflow, [NotNullWhen(true)] out RunEntry? run)
    {
        run = _byWorkflow.GetValueOrDefault(workflow);
        while (run is { IsNewest: false })
        {
            run = run.OlderInMemory;
        }

        return run is not null;
    }

    /// <summary>The run in memory that a start request made; null when none did.</summary>
    public RunEntry? FindByStartRequest(WorkflowKey workflow, string requestId)
    {
        var run = _byWorkflow.GetValueOrDefault(workflow);
        while (run is not null && !string.Equals(run.State.StartRequestId, requestId, StringComparison.Ordinal))
        {
            run = run.OlderInMemory;
        }

        return run;
    }

    /// <summary>Takes a run in.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isNewest">True when it is known to be its workflow's newest.</param>
    public void Add(RunEntry run, bool isNewest)
    {
        _runs.Add(run.RunId, run);
        if (isNewest && TryGetNewest(run.Workflow, out var newestBefore))
        {
            newestBefore.IsNewest = false;
        }

        run.IsNewest = isNewest;
        if (_byWorkflow.TryGetValue(run.Workflow, out var before))
        {
            run.OlderInMemory = before;
            before.YoungerInMemory = run;
        }

        _byWorkflow[run.Workflow] = run;
    }

    /// <summary>A run that is in turns out to be its workflow's newest.</summary>
    public void MarkNewest(RunEntry run) => run.IsNewest = !TryGetNewest(run.Workflow, out var newest) || ReferenceEquals(newest, run);

    /// <summary>The newest run of a workflow was deleted: finds which of those in memory is the newest now, if one of them is.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="newestSettled">The newest that the settled store has; none when it has none.</param>
    public void FindNewest(WorkflowKey workflow, RunId newestSettled)
    {
        var newest = _byWorkflow.GetValueOrDefault(workflow);
        for (var run = newest?.OlderInMemory; run is not null; run = run.OlderInMemory)
        {
            newest = run.RunId > newest!.RunId ? run : newest;
        }

        if (newest is not null && newest.RunId >= newestSettled && !TryGetNewest(workflow, out _))
        {
            newest.IsNewest = true;
        }
    }

    public void Remove(RunEntry run)
    {
        if (!_runs.Remove(run.RunId))
        {
            return;
        }

        var (older, younger) = (run.OlderInMemory, run.YoungerInMemory);
        if (older is not null)
        {
            older.YoungerInMemory = younger;
        }

        if (younger is not null)
        {
            younger.OlderInMemory = older;
        }
        else if (older is not null)
        {
            _byWorkflow[run.Workflow] = older;
        }
        else
        {
            _byWorkflow.Remove(run.Workflow);
        }
    }
}
