using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Holds runs that the journal need not hold: idle ones, closed ones, and what is covered of long active ones. The listing is read from it.</summary>
/// <remarks>
/// Durability: <see cref="SettleAsync"/> is one transaction, durable when it returns. Ordering: calls for one run come in order of <see cref="RunSettlement.CoveredLsn"/>.
/// Threading: safe from any thread; writes are made one at a time. Buffers: the store copies what it keeps before it returns.
/// Errors: <see cref="HoldfastException"/> with a code HF21xx; a failed settlement changes nothing and may be repeated.
/// </remarks>
public interface ISettledStore : IAsyncDisposable
{
    /// <summary>Writes runs, each with the journal position it covers, in one transaction.</summary>
    Task SettleAsync(IReadOnlyList<RunSettlement> settlements, CancellationToken cancellationToken);

    /// <summary>Reads a run with all its records; null when it is not in the store.</summary>
    Task<SettledRun?> LoadAsync(RunId runId, CancellationToken cancellationToken);

    /// <summary>The newest run of a workflow; null when the store has none.</summary>
    Task<SettledRunSummary?> FindNewestAsync(WorkflowKey workflow, CancellationToken cancellationToken);

    /// <summary>The run that a start request made; null when the store has none.</summary>
    Task<SettledRunSummary?> FindByRequestIdAsync(WorkflowKey workflow, string startRequestId, CancellationToken cancellationToken);

    /// <summary>A run's summary; null when it is not in the store.</summary>
    Task<SettledRunSummary?> FindAsync(RunId runId, CancellationToken cancellationToken);

    /// <summary>Every open run, in no particular order: what recovery needs before it reads the journal.</summary>
    IAsyncEnumerable<SettledRunSummary> ReadOpenRunsAsync(CancellationToken cancellationToken);

    /// <summary>Closed runs that still owe their parent a notification.</summary>
    IAsyncEnumerable<SettledRunSummary> ReadUnnotifiedRunsAsync(CancellationToken cancellationToken);

    /// <summary>Lists runs, newest start first (run IDs sort by start time), those whose run ID is less than <paramref name="before"/> when it is given.</summary>
    Task<IReadOnlyList<WorkflowExecutionInfo>> ListAsync(ListWorkflowExecutionsRequest request, RunId? before, CancellationToken cancellationToken);

    /// <summary>Deletes closed runs that closed before the time given, at most <paramref name="limit"/>; gives their number.</summary>
    Task<int> DeleteClosedBeforeAsync(string @namespace, DateTimeOffset closedBefore, int limit, CancellationToken cancellationToken);
}
