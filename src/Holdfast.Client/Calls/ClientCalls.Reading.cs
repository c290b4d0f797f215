using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>What is asked about runs.</content>
internal sealed partial class ClientCalls
{
    public async Task<WorkflowExecutionDescription> DescribeWorkflowAsync(WorkflowExecution execution, CancellationToken cancellationToken)
    {
        var description = await SendAsync(_service.DescribeWorkflowExecutionAsync, new DescribeWorkflowExecutionRequest(Namespace, execution), execution, cancellationToken);
        var info = Readable(description.Info);
        return ReferenceEquals(info, description.Info) ? description : description with { Info = info };
    }

    public Task<GetWorkflowExecutionHistoryResponse> GetHistoryPageAsync(WorkflowExecution execution, long firstEventId, CancellationToken cancellationToken)
    {
        var request = new GetWorkflowExecutionHistoryRequest { Namespace = Namespace, Execution = execution, FirstEventId = firstEventId };
        return SendAsync(_service.GetWorkflowExecutionHistoryAsync, request, execution, cancellationToken);
    }

    /// <summary>Waits for the close event for as long as the engine lets one call wait; the answer has no event when the run is still open then.</summary>
    public async Task<GetWorkflowExecutionHistoryResponse> PollCloseEventAsync(WorkflowExecution execution, CancellationToken cancellationToken)
    {
        var request = new GetWorkflowExecutionHistoryRequest { Namespace = Namespace, Execution = execution, WaitNewEvent = true, CloseEventOnly = true };
        return await FetchedAsync(await SendAsync(_service.GetWorkflowExecutionHistoryAsync, request, execution, cancellationToken), cancellationToken);
    }

    public async Task<ListWorkflowExecutionsResponse> ListPageAsync(WorkflowListFilter filter, string? pageToken, CancellationToken cancellationToken)
    {
        var request = new ListWorkflowExecutionsRequest
        {
            Namespace = Namespace,
            Query = filter.Text,
            WorkflowType = filter.WorkflowType,
            WorkflowId = filter.WorkflowId,
            WorkflowIdPrefix = filter.WorkflowIdPrefix,
            Status = filter.Status,
            Archived = filter.Archived,
            PageSize = filter.PageSize,
            PageToken = pageToken,
        };
        var page = await SendAsync(_service.ListWorkflowExecutionsAsync, request, default, cancellationToken);
        return _dataConverter is CodecDataConverter ? page with { Executions = [.. page.Executions.Select(Readable)] } : page;
    }

    public Task<CountWorkflowExecutionsResponse> CountAsync(string filterText, CancellationToken cancellationToken) =>
        SendAsync(_service.CountWorkflowExecutionsAsync, new CountWorkflowExecutionsRequest(Namespace, filterText), default, cancellationToken);

    /// <summary>The run with its memo as it was before the codecs. One that they cannot read stays as it is: a list must not fail for one entry.</summary>
    private WorkflowExecutionInfo Readable(WorkflowExecutionInfo info)
    {
        if (info.Memo.Count == 0 || _dataConverter is not CodecDataConverter)
        {
            return info;
        }

        try
        {
            return info with { Memo = ConverterOf(info.Execution.WorkflowId, info.WorkflowType).Decode(info.Memo, PayloadUse.Memo) };
        }
        catch (HoldfastException)
        {
            return info;
        }
    }
}
