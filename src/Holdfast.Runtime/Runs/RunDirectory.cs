using System.Diagnostics.CodeAnalysis;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The runs of one owner that are in memory, and for each workflow in memory its newest run.</summary>
internal sealed class RunDirectory
{
    private readonly Dictionary<RunId, RunEntry> _runs = [];
    private readonly Dictionary<WorkflowKey, RunEntry> _newest = [];

    public int Count => _runs.Count;

    public IEnumerable<RunEntry> Runs => _runs.Values;

    public bool TryGet(RunId runId, [NotNullWhen(true)] out RunEntry? run) => _runs.TryGetValue(runId, out run);

    /// <summary>The workflow's newest run, when it is in memory and known to be the newest.</summary>
    public bool TryGetNewest(WorkflowKey workflow, [NotNullWhen(true)] out RunEntry? run) => _newest.TryGetValue(workflow, out run);

    /// <summary>Takes a run in.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isNewest">True when it is known to be its workflow's newest.</param>
    public void Add(RunEntry run, bool isNewest)
    {
        _runs.Add(run.RunId, run);
        if (isNewest)
        {
            _newest[run.Workflow] = run;
        }
    }

    /// <summary>A run that is in turns out to be its workflow's newest.</summary>
    public void MarkNewest(RunEntry run) => _newest.TryAdd(run.Workflow, run);

    public void Remove(RunEntry run)
    {
        _runs.Remove(run.RunId);
        if (_newest.TryGetValue(run.Workflow, out var newest) && ReferenceEquals(newest, run))
        {
            _newest.Remove(run.Workflow);
        }
    }
}
