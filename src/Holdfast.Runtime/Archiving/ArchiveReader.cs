using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Describes, reads and lists runs of the archive.</summary>
internal sealed class ArchiveReader(IRunArchive? archive, NamespaceRegistry namespaces, ISearchAttributeTypes types)
{
    /// <summary>The description that the engine gives, or that of the archive when the run is kept nowhere else.</summary>
    public Task<WorkflowExecutionDescription> OrArchivedAsync(Task<WorkflowExecutionDescription> answer, WorkflowKey workflow, RunId runId, CancellationToken cancellationToken) =>
        OrArchivedAsync(answer, workflow, runId, static run => DescribedRun.Describe(run) with { IsArchived = true }, cancellationToken);

    /// <summary>The history that the engine gives, or that of the archive when the run is kept nowhere else.</summary>
    public Task<GetWorkflowExecutionHistoryResponse> OrArchivedAsync(Task<GetWorkflowExecutionHistoryResponse> answer, GetWorkflowExecutionHistoryRequest request, CancellationToken cancellationToken) =>
        OrArchivedAsync(answer, new WorkflowKey(request.Namespace, request.Execution.WorkflowId), request.Execution.RunId, run => HistoryReader.TryRead(run, request)!, cancellationToken);

    /// <summary>Lists archived runs, newest start first.</summary>
    public async Task<ListWorkflowExecutionsResponse> ListAsync(ListWorkflowExecutionsRequest request, CancellationToken cancellationToken)
    {
        var filter = ListFilter.Of(request, types);
        if (filter.GroupBy is not null || filter.IsAscending)
        {
            throw new HoldfastException(ErrorCodes.ListFilterUnsupported, "Archived runs are listed newest start first; leave ORDER BY and GROUP BY out.");
        }

        RunListing listing = new() { Namespace = request.Namespace, Filter = filter, PageSize = request.PageSize };
        List<WorkflowExecutionInfo> page = [];
        await foreach (var archived in (archive ?? throw ArchiveFaults.Missing()).ReadAllAsync(request.Namespace, ListPageToken.Read(request), cancellationToken))
        {
            var info = Read(archived, DescribedRun.Info);
            if (listing.Shows(info))
            {
                page.Add(info);
                if (page.Count == request.PageSize)
                {
                    return new ListWorkflowExecutionsResponse(page, ListPageToken.Write(request, info.Execution.RunId));
                }
            }
        }

        return new ListWorkflowExecutionsResponse(page, null);
    }

    private Task<T> OrArchivedAsync<T>(Task<T> answer, WorkflowKey workflow, RunId runId, Func<RunEntry, T> read, CancellationToken cancellationToken) =>
        archive is not null && namespaces.TryFind(workflow.Namespace) is { Archival: not ArchivalState.Unspecified }
            ? FallBackAsync(archive, answer, workflow, runId, read, cancellationToken)
            : answer;

    private static async Task<T> FallBackAsync<T>(IRunArchive archive, Task<T> answer, WorkflowKey workflow, RunId runId, Func<RunEntry, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await answer;
        }
        catch (HoldfastException missing) when (missing.Code == ErrorCodes.NotFound)
        {
            if (await archive.FindAsync(workflow, runId, cancellationToken) is { } archived)
            {
                return Read(archived, read);
            }

            throw;
        }
    }

    private static T Read<T>(ArchivedRun archived, Func<RunEntry, T> read)
    {
        RunEntry run = new(archived.Workflow, archived.RunId);
        try
        {
            foreach (var chunk in archived.Records)
            {
                RunFolding.Fold(run, chunk.Span);
            }

            return read(run);
        }
        finally
        {
            run.History.Release();
        }
    }
}
