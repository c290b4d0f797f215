using System.Runtime.CompilerServices;
using Holdfast.Protocol;

namespace Holdfast.Cli.Demo.Running;

/// <summary>Follows a run's history, as it is recorded.</summary>
internal sealed class HistoryFollower(IWorkflowService service, string workflowId, RunId runId)
{
    private const string DefaultNamespace = "default";

    private long _nextEventId = 1;

    /// <summary>The events recorded since the last reading, without waiting for more.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> ReadKnownAsync(CancellationToken cancellationToken)
    {
        List<HistoryEvent> events = [];
        GetWorkflowExecutionHistoryResponse page;
        do
        {
            page = await ReadPageAsync(waits: false, cancellationToken);
            events.AddRange(page.Events);
        }
        while (page.NextEventId is not null && page.Events.Count > 0);

        return events;
    }

    /// <summary>The events that are recorded from now on, in batches as they come, until the run is closed.</summary>
    public async IAsyncEnumerable<IReadOnlyList<HistoryEvent>> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await ReadPageAsync(waits: true, cancellationToken);
            if (page.Events.Count > 0)
            {
                yield return page.Events;
            }

            if (page.Closed && page.NextEventId is null)
            {
                yield break;
            }
        }
    }

    private async Task<GetWorkflowExecutionHistoryResponse> ReadPageAsync(bool waits, CancellationToken cancellationToken)
    {
        var request = new GetWorkflowExecutionHistoryRequest
        {
            Namespace = DefaultNamespace,
            Execution = new WorkflowExecution(workflowId, runId),
            FirstEventId = _nextEventId,
            WaitNewEvent = waits,
        };
        var page = await service.GetWorkflowExecutionHistoryAsync(request, cancellationToken);
        _nextEventId = page.Events.Count > 0 ? page.Events[^1].EventId + 1 : _nextEventId;
        return page;
    }
}
