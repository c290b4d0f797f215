using System.Runtime.CompilerServices;
using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <content>Replay of every run that a client lists.</content>
public sealed partial class WorkflowReplayer
{
    /// <summary>Replays every run that a client lists, one after the other, each as it is now, and tells of each as soon as it was replayed.</summary>
    /// <param name="client">Lists the runs and reads their histories. Its namespace should be <see cref="Namespace"/>.</param>
    /// <param name="filter">Which runs. Default: all.</param>
    /// <param name="cancellationToken">Ends the replays.</param>
    /// <remarks>A run that cannot be read (it was deleted meanwhile, say) is told of with its error like one that today's code does not follow; the others are replayed all the same.</remarks>
    public async IAsyncEnumerable<WorkflowReplayResult> ReplayAsync(IHoldfastClient client, WorkflowListFilter? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        await foreach (var run in client.ListWorkflowsAsync(filter, cancellationToken))
        {
            var handle = client.GetWorkflowHandle(run.Execution.WorkflowId, run.Execution.RunId);
            yield return new WorkflowReplayResult(run.Execution, run.WorkflowType, await TryReplayAsync(handle, cancellationToken));
        }
    }

    /// <summary>Replays every run that a client lists and sums up what became of them.</summary>
    /// <param name="client">Lists the runs and reads their histories.</param>
    /// <param name="filter">Which runs. Default: all.</param>
    /// <param name="cancellationToken">Ends the replays.</param>
    public async Task<WorkflowReplaySummary> ReplayAllAsync(IHoldfastClient client, WorkflowListFilter? filter = null, CancellationToken cancellationToken = default)
    {
        var (replayed, failed) = (0, 0);
        List<WorkflowReplayResult> failures = [];
        await foreach (var result in ReplayAsync(client, filter, cancellationToken))
        {
            replayed++;
            failed += result.Succeeded ? 0 : 1;
            if (!result.Succeeded && failures.Count < WorkflowReplaySummary.MaximumFailures)
            {
                failures.Add(result);
            }
        }

        return new WorkflowReplaySummary { Replayed = replayed, Failed = failed, Failures = failures };
    }

    private async Task<HoldfastException?> TryReplayAsync(WorkflowHandle handle, CancellationToken cancellationToken)
    {
        try
        {
            await ReplayAsync(handle, cancellationToken);
            return null;
        }
        catch (HoldfastException exception)
        {
            return exception;
        }
    }
}
