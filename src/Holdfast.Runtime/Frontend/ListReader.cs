using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Lists and counts runs from memory and from the settled store as one. What memory holds of a run is newer than what the store holds.</summary>
internal sealed class ListReader(ShardOwner[] owners, ISettledStore store, ISearchAttributeTypes types)
{
    public async Task<ListWorkflowExecutionsResponse> ReadAsync(ListWorkflowExecutionsRequest request, CancellationToken cancellationToken)
    {
        var filter = ListFilter.Of(request, types);
        return await ReadAsync(request, filter.WithoutActivities(), cancellationToken);
    }

    /// <summary>A page of activities that clients started.</summary>
    public async Task<ListActivityExecutionsResponse> ReadAsync(ListActivityExecutionsRequest request, CancellationToken cancellationToken)
    {
        var filter = ListFilter.ParseOfActivities(request.Query, request.Namespace, types);
        ListWorkflowExecutionsRequest runs = new() { Namespace = request.Namespace, Query = request.Query, WorkflowIdPrefix = StandaloneActivity.WorkflowIdPrefix, PageSize = request.PageSize, PageToken = request.PageToken };
        var page = await ReadAsync(runs, filter, cancellationToken);
        return new ListActivityExecutionsResponse([.. page.Executions.Select(StandaloneActivityReading.Info)], page.NextPageToken);
    }

    public Task<CountWorkflowExecutionsResponse> CountAsync(CountWorkflowExecutionsRequest request, CancellationToken cancellationToken)
    {
        var filter = string.IsNullOrWhiteSpace(request.Query) ? ListFilter.Everything : ListFilter.Parse(request.Query, request.Namespace, types);
        return CountAsync(request.Namespace, filter.WithoutActivities(), cancellationToken);
    }

    /// <summary>Counts activities that clients started.</summary>
    public async Task<CountActivityExecutionsResponse> CountAsync(CountActivityExecutionsRequest request, CancellationToken cancellationToken)
    {
        var filter = ListFilter.ParseOfActivities(request.Query, request.Namespace, types);
        var count = await CountAsync(request.Namespace, filter, cancellationToken);
        var isById = filter.GroupBy is { Name: "WorkflowId" };
        return new CountActivityExecutionsResponse(count.Count, isById ? [.. count.Groups.Select(StandaloneActivityReading.ById)] : count.Groups);
    }

    private async Task<ListWorkflowExecutionsResponse> ReadAsync(ListWorkflowExecutionsRequest request, ListFilter filter, CancellationToken cancellationToken)
    {
        if (filter.GroupBy is not null)
        {
            throw new HoldfastException(ErrorCodes.ListFilterUnsupported, "GROUP BY is for counting; leave it out of a listing.");
        }

        RunListing listing = new() { Namespace = request.Namespace, Filter = filter, Behind = ListPageToken.Read(request), PageSize = request.PageSize };
        var hot = await ReadHotAsync(listing, cancellationToken);
        var page = Ordered(hot.Matches.Concat(await ReadSettledAsync(listing, hot.Known, cancellationToken)), filter.IsAscending).Take(request.PageSize).ToList();
        return new ListWorkflowExecutionsResponse(page, page.Count == request.PageSize ? ListPageToken.Write(request, page[^1].Execution.RunId) : null);
    }

    private async Task<CountWorkflowExecutionsResponse> CountAsync(string @namespace, ListFilter filter, CancellationToken cancellationToken)
    {
        var hot = await ReadHotAsync(new RunListing { Namespace = @namespace, Filter = filter, PageSize = int.MaxValue }, cancellationToken);
        var settled = await store.CountAsync(@namespace, filter, hot.Known, cancellationToken);
        var counts = settled.Concat(RunCounting.Of(hot.Matches, filter.GroupBy))
            .GroupBy(c => c.Group)
            .Select(g => new RunCount(g.Key, g.Sum(c => c.Count)))
            .OrderByDescending(c => c.Count)
            .ThenBy(c => c.Group?.ToString(), StringComparer.Ordinal)
            .ToList();
        return new CountWorkflowExecutionsResponse(counts.Sum(c => c.Count), filter.GroupBy is { } attribute ? [.. counts.Select(c => Group(attribute, c))] : []);
    }

    private static IEnumerable<WorkflowExecutionInfo> Ordered(IEnumerable<WorkflowExecutionInfo> runs, bool isAscending) =>
        isAscending ? runs.OrderBy(r => r.Execution.RunId) : runs.OrderByDescending(r => r.Execution.RunId);

    private static WorkflowCountGroup Group(FilterAttribute attribute, RunCount count) => new(
        count.Group switch
        {
            null => SearchAttributePayload.Unset(attribute.Type),
            long number when attribute.Type == SearchAttributeType.Bool => SearchAttributePayload.Encode(SearchAttributeValue.OfBool(number != 0)),
            long number => SearchAttributePayload.Encode(SearchAttributeValue.OfInt(number)),
            _ => SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword((string)count.Group)),
        },
        count.Count);

    /// <summary>Settled runs behind the cursor that memory does not hold, until the page is full.</summary>
    private async Task<List<WorkflowExecutionInfo>> ReadSettledAsync(RunListing listing, HashSet<RunId> known, CancellationToken cancellationToken)
    {
        List<WorkflowExecutionInfo> settled = [];
        IReadOnlyList<WorkflowExecutionInfo> page;
        do
        {
            page = await store.ListAsync(listing, cancellationToken);
            settled.AddRange(page.Where(r => !known.Contains(r.Execution.RunId)));
            listing = page.Count == 0 ? listing : listing with { Behind = page[^1].Execution.RunId };
        }
        while (page.Count == listing.PageSize && settled.Count < listing.PageSize);

        return settled;
    }

    private async Task<(List<WorkflowExecutionInfo> Matches, HashSet<RunId> Known)> ReadHotAsync(RunListing listing, CancellationToken cancellationToken)
    {
        var reads = owners.Select(owner => Post(owner, listing)).ToList();
        List<WorkflowExecutionInfo> matches = [];
        HashSet<RunId> known = [];
        foreach (var read in reads)
        {
            var hot = await read.Completion.WaitAsync(cancellationToken);
            matches.AddRange(hot.Matches);
            known.UnionWith(hot.Known);
        }

        return (matches, known);
    }

    private static ListHotRequest Post(ShardOwner owner, RunListing listing)
    {
        ListHotRequest read = new(listing);
        owner.Mailbox.Post(read);
        return read;
    }
}
