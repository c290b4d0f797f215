using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Makes the runs in memory again from the journal and, where their beginning lies there, from the settled store; on several processors, since no run needs another.</summary>
/// <param name="store">The settled store.</param>
/// <param name="workers">How many runs are made at a time; with 1 the caller's own thread makes them.</param>
internal sealed class RunRebuilding(ISettledStore store, int workers)
{
    /// <summary>Runs read from the store at once: bounds what is in memory twice.</summary>
    private const int RunsPerGroup = ISettledStore.MostRunsAsked;

    /// <summary>Runs that a worker takes at once: few enough that none is left with a long tail, enough that workers do not meet.</summary>
    private const int RunsPerShare = 32;

    /// <summary>The runs of which the journal has more than the settled store, in the order in which the journal names them.</summary>
    /// <exception cref="HoldfastException">A record cannot be read, or a run's beginning is nowhere.</exception>
    public async Task<IReadOnlyList<RunEntry>> RunAsync(JournalReplay replay, CancellationToken cancellationToken)
    {
        List<RunEntry> runs = [];
        foreach (var page in replay.Runs.Chunk(RunsPerGroup))
        {
            var covered = await store.FindCoveredLsnsAsync([.. page.Select(static r => r.RunId)], cancellationToken);
            JournaledRun[] group = [.. page.Where(r => covered.TryGetValue(r.RunId, out var lsn) ? r.LastLsn > lsn : !r.IsAfterClose)];
            var settled = await LoadAsync([.. group.Select(static r => r.RunId).Where(covered.ContainsKey)], cancellationToken);
            runs.AddRange(await RebuildAsync(group, run => Rebuild(run, settled.GetValueOrDefault(run.RunId), covered.GetValueOrDefault(run.RunId))));
        }

        return runs;
    }

    private async Task<Dictionary<RunId, SettledRun>> LoadAsync(IReadOnlyList<RunId> runIds, CancellationToken cancellationToken) =>
        runIds.Count == 0 ? [] : (await store.LoadManyAsync(runIds, cancellationToken)).ToDictionary(static r => r.Summary.RunId);

    private static RunEntry Rebuild(JournaledRun journaled, SettledRun? settled, long covered)
    {
        var bytes = journaled.BytesBehind(covered);
        var run = settled is not null ? RunFolding.Fold(settled, bytes)
            : covered == 0 && journaled.Starts is { } workflow ? new RunEntry(workflow, journaled.RunId, bytes)
            : throw new HoldfastException(ErrorCodes.CorruptData, $"The journal goes on with run {journaled.RunId}, whose beginning is neither in the journal nor in the settled store: holdfast.db and the journal do not belong together. Restore both from one backup.");
        journaled.FoldInto(run, covered);
        return run;
    }

    private async Task<RunEntry[]> RebuildAsync(JournaledRun[] journaled, Func<JournaledRun, RunEntry> rebuild)
    {
        var runs = new RunEntry[journaled.Length];
        var next = 0;
        if (workers == 1)
        {
            RebuildShares();
        }
        else
        {
            await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(RebuildShares)));
        }

        return runs;

        void RebuildShares()
        {
            while (Interlocked.Add(ref next, RunsPerShare) - RunsPerShare is var first && first < runs.Length)
            {
                for (var i = first; i < Math.Min(first + RunsPerShare, runs.Length); i++)
                {
                    runs[i] = rebuild(journaled[i]);
                }
            }
        }
    }
}
