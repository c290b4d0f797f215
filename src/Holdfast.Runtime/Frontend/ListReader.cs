using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Lists runs from memory and from the settled store as one listing, newest first. A page token is the last run ID of its page.</summary>
internal sealed class ListReader(ShardOwner[] owners, ISettledStore store)
{
    public async Task<ListWorkflowExecutionsResponse> ReadAsync(ListWorkflowExecutionsRequest request, CancellationToken cancellationToken)
    {
        RunId? before = string.IsNullOrEmpty(request.PageToken) ? null : RunId.Parse(request.PageToken);
        var hot = await ReadHotAsync(request, before, cancellationToken);
        var settled = await store.ListAsync(request, before, cancellationToken);
        var known = hot.Select(static i => i.Execution.RunId).ToHashSet();
        List<WorkflowExecutionInfo> page =
        [
            .. hot.Concat(settled.Where(i => !known.Contains(i.Execution.RunId)))
                .OrderByDescending(static i => i.Execution.RunId)
                .Take(request.PageSize),
        ];
        return new ListWorkflowExecutionsResponse(page, page.Count == request.PageSize ? page[^1].Execution.RunId.ToString() : null);
    }

    private async Task<IReadOnlyList<WorkflowExecutionInfo>> ReadHotAsync(ListWorkflowExecutionsRequest request, RunId? before, CancellationToken cancellationToken)
    {
        List<WorkflowExecutionInfo> hot = [];
        foreach (var owner in owners)
        {
            ListHotRequest read = new(request, before);
            owner.Mailbox.Post(read);
            hot.AddRange(await read.Completion.WaitAsync(cancellationToken));
        }

        return hot;
    }
}
