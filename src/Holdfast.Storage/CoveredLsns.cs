using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Bounds questions for the journal positions that a store covers.</summary>
public static class CoveredLsns
{
    /// <summary>Checks that no more runs are asked for than may be at once.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/>.</exception>
    public static void CheckAsked(IReadOnlyCollection<RunId> runIds)
    {
        ArgumentNullException.ThrowIfNull(runIds);
        Requirement.That(runIds.Count <= ISettledStore.MostRunsAsked, $"{runIds.Count} runs are asked for at once; at most {ISettledStore.MostRunsAsked} may be. Ask in pages.");
    }

    /// <summary>The positions of any number of runs, asked for in pages.</summary>
    public static async Task<IReadOnlyDictionary<RunId, long>> FindAllAsync(ISettledStore store, IEnumerable<RunId> runIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        Dictionary<RunId, long> all = [];
        foreach (var page in runIds.Chunk(ISettledStore.MostRunsAsked))
        {
            foreach (var (runId, lsn) in await store.FindCoveredLsnsAsync(page, cancellationToken))
            {
                all[runId] = lsn;
            }
        }

        return all;
    }
}
