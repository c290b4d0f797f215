using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>Payloads that lie in the blob store.</content>
internal sealed partial class ClientCalls
{
    /// <summary>The event with the values that lie in the blob store; as it is when there is no store.</summary>
    public ValueTask<HistoryEvent> RestoredAsync(HistoryEvent historyEvent, CancellationToken cancellationToken) =>
        _external is null ? new(historyEvent) : _external.FetchAsync(historyEvent, EventPayloads.Rewrite, cancellationToken);

    private ValueTask<Payloads> StoredAsync(Payloads payloads, CancellationToken cancellationToken) =>
        _external is null ? new(payloads) : _external.StoreAsync(payloads, PayloadRewriting.Rewrite, cancellationToken);

    private async ValueTask<StartWorkflowExecutionRequest> StoredAsync(StartWorkflowExecutionRequest request, CancellationToken cancellationToken)
    {
        var input = await StoredAsync(request.Input, cancellationToken);
        return ReferenceEquals(input, request.Input) ? request : request with { Input = input };
    }

    private async ValueTask<UpdateWorkflowExecutionResponse> FetchedAsync(UpdateWorkflowExecutionResponse response, CancellationToken cancellationToken)
    {
        if (_external is null)
        {
            return response;
        }

        var result = response.Result is null ? null : await _external.FetchAsync(response.Result, PayloadRewriting.Rewrite, cancellationToken);
        var failure = response.Failure is null ? null : await _external.FetchAsync(response.Failure, PayloadRewriting.Rewrite, cancellationToken);
        return ReferenceEquals(result, response.Result) && ReferenceEquals(failure, response.Failure) ? response : response with { Result = result, Failure = failure };
    }

    private async ValueTask<GetWorkflowExecutionHistoryResponse> FetchedAsync(GetWorkflowExecutionHistoryResponse response, CancellationToken cancellationToken)
    {
        if (_external is null || !response.Events.Any(static e => ExternalPayloads.HasReferences(e, EventPayloads.Rewrite)))
        {
            return response;
        }

        List<HistoryEvent> events = [];
        foreach (var historyEvent in response.Events)
        {
            events.Add(await _external.FetchAsync(historyEvent, EventPayloads.Rewrite, cancellationToken));
        }

        return response with { Events = events };
    }
}
