using System.Text.Json;
using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>Signals, queries and updates.</content>
internal sealed partial class ClientCalls
{
    /// <inheritdoc/>
    public override async Task SignalWorkflowAsync(SignalWorkflowInput input, CancellationToken cancellationToken)
    {
        input.Validate();
        var request = new SignalWorkflowExecutionRequest
        {
            Namespace = Namespace,
            Execution = input.Execution,
            SignalName = input.Signal,
            RequestId = input.Options.RequestId ?? NewId(),
            Input = CallArgument.ToPayloads(input.Arguments, ConverterOf(input.Execution.WorkflowId)),
            Header = Encoded(input.Headers, input.Execution),
            Identity = _identity,
        };
        _sizes.Require(request.Input, static i => $"The input of signal '{i.Signal}' to workflow '{i.Execution.WorkflowId}'", input);
        request = request with { Input = await StoredAsync(request.Input, cancellationToken) };
        await SendAsync(_service.SignalWorkflowExecutionAsync, request, input.Execution, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<Payloads> QueryWorkflowAsync(QueryWorkflowInput input, CancellationToken cancellationToken)
    {
        input.Validate();
        var query = new WorkflowQuery(input.Query, CallArgument.ToPayloads(input.Arguments, ConverterOf(input.Execution.WorkflowId)), Encoded(input.Headers, input.Execution));
        _querySizes.Require(query.Arguments, static i => $"The arguments of query '{i.Query}' to workflow '{i.Execution.WorkflowId}'", input);
        var request = new QueryWorkflowRequest { Namespace = Namespace, Execution = input.Execution, Query = query, RejectCondition = input.Options.RejectCondition };
        try
        {
            var response = await SendAsync(_service.QueryWorkflowAsync, request, input.Execution, cancellationToken);
            return response.Result;
        }
        catch (HoldfastException refusal) when (refusal.Code == ErrorCodes.QueryFailed)
        {
            throw new WorkflowQueryFailedException(input.Execution, input.Query, refusal, ReasonOf(refusal, ConverterOf(input.Execution.WorkflowId)));
        }
        catch (HoldfastException refusal) when (refusal.Code == ErrorCodes.QueryRejected)
        {
            throw new WorkflowQueryRejectedException(input.Execution, input.Query, refusal);
        }
    }

    /// <summary>Asks a run's code what it says of where it is.</summary>
    public async Task<string> CurrentDetailsAsync(WorkflowExecution execution, CancellationToken cancellationToken)
    {
        var answer = await Chain.QueryWorkflowAsync(new QueryWorkflowInput(execution, "__temporal_workflow_metadata", [], new WorkflowQueryOptions()), cancellationToken);
        return ResultValue.Read<JsonElement>(answer, ConverterOf(execution.WorkflowId)).GetProperty("currentDetails").GetString() ?? string.Empty;
    }

    /// <summary>Sends an update until it is accepted (from then on it is durable), and waits for its completion when that is asked for.</summary>
    public override async Task<SentUpdate> StartWorkflowUpdateAsync(UpdateWorkflowInput input, CancellationToken cancellationToken)
    {
        input.Validate();
        var request = UpdateRequest(input);
        request = request with { Update = request.Update with { Input = await StoredAsync(request.Update.Input, cancellationToken) } };
        UpdateWorkflowExecutionResponse response;
        do
        {
            response = await SendAsync(_service.UpdateWorkflowExecutionAsync, request, input.Execution, cancellationToken);
        }
        while (response.Stage < UpdateStage.Accepted);

        var updateId = request.Update.UpdateId;
        return response.Stage < input.WaitForStage
            ? new SentUpdate(updateId, await PollUpdateAsync(input.Execution with { RunId = response.RunId }, updateId, cancellationToken))
            : new SentUpdate(updateId, await FetchedAsync(response, cancellationToken));
    }

    /// <summary>Waits until an update is completed.</summary>
    public async Task<UpdateWorkflowExecutionResponse> PollUpdateAsync(WorkflowExecution execution, string updateId, CancellationToken cancellationToken)
    {
        RequestText.Require(updateId, "The update ID");
        var request = new PollWorkflowExecutionUpdateRequest { Namespace = Namespace, Execution = execution, UpdateId = updateId };
        while (true)
        {
            var response = await SendAsync(_service.PollWorkflowExecutionUpdateAsync, request, execution, cancellationToken);
            if (response.Stage == UpdateStage.Completed)
            {
                return await FetchedAsync(response, cancellationToken);
            }
        }
    }

    /// <summary>Why a query failed, with the message shown that failures may hide.</summary>
    private static string ReasonOf(HoldfastException refusal, IDataConverter converter)
    {
        try
        {
            return refusal is QueryFailedException failed ? FailureConverter.ToException(failed.Failure, converter).Message : refusal.Message;
        }
        catch (HoldfastException)
        {
            return refusal.Message;
        }
    }

    private UpdateWorkflowExecutionRequest UpdateRequest(UpdateWorkflowInput input)
    {
        var arguments = CallArgument.ToPayloads(input.Arguments, ConverterOf(input.Execution.WorkflowId));
        _sizes.Require(arguments, static i => $"The input of update '{i.Update}' to workflow '{i.Execution.WorkflowId}'", input);
        return new()
        {
            Namespace = Namespace,
            Execution = input.Execution,
            Update = new UpdateRequest(input.Options.UpdateId ?? NewId(), input.Update, arguments, Encoded(input.Headers, input.Execution), _identity),
            WaitStage = input.WaitForStage,
        };
    }

    private PayloadMap Encoded(PayloadMap headers, WorkflowExecution execution) => headers.Count == 0 ? headers : ConverterOf(execution.WorkflowId).Encode(headers, PayloadUse.Header);
}
