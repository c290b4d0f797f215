using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>Starting together with a signal or an update.</content>
internal sealed partial class ClientCalls
{
    public async Task<StartedRun> SignalWithStartAsync(StartWorkflowInput input, string signal, IReadOnlyList<CallArgument> signalArguments, PayloadMap signalHeaders, CancellationToken cancellationToken)
    {
        input.Validate();
        RequestText.Require(signal, "The signal's name");
        var start = StartRequest(input);
        var terminates = start.WorkflowIdConflictPolicy == WorkflowIdConflictPolicy.TerminateExisting || start.WorkflowIdReusePolicy == WorkflowIdReusePolicy.TerminateIfRunning;
        var request = new SignalWithStartWorkflowExecutionRequest
        {
            Start = terminates ? start : start with { WorkflowIdConflictPolicy = WorkflowIdConflictPolicy.UseExisting },
            SignalName = signal,
            SignalInput = CallArgument.ToPayloads(signalArguments, ConverterOf(start.WorkflowId)),
            SignalHeader = Encoded(signalHeaders, new WorkflowExecution(start.WorkflowId, RunId.None)),
        };
        _sizes.Require(request.SignalInput, static r => $"The input of signal '{r.SignalName}' to workflow '{r.Start.WorkflowId}'", request);
        request = request with { Start = await StoredAsync(request.Start, cancellationToken), SignalInput = await StoredAsync(request.SignalInput, cancellationToken) };
        return Started(request.Start, await SendStartAsync(_service.SignalWithStartWorkflowExecutionAsync, request, start.WorkflowId, cancellationToken));
    }

    public async Task<(StartedRun Run, SentUpdate Update)> UpdateWithStartAsync(StartWorkflowInput input, UpdateWorkflowInput update, CancellationToken cancellationToken)
    {
        input.Validate();
        var start = StartRequest(input);
        var execution = new WorkflowExecution(start.WorkflowId, RunId.None);
        var updateInput = update with { Execution = execution };
        updateInput.Validate();
        start = await StoredAsync(start, cancellationToken);
        var sent = UpdateRequest(updateInput).Update;
        sent = sent with { Input = await StoredAsync(sent.Input, cancellationToken) };
        var request = new UpdateWithStartWorkflowExecutionRequest { Start = start, Update = sent, WaitStage = update.WaitForStage };
        var response = await SendStartAsync(_service.UpdateWithStartWorkflowExecutionAsync, request, start.WorkflowId, cancellationToken);
        return (Started(start, response.Start), new SentUpdate(sent.UpdateId, await FetchedAsync(response.Update, cancellationToken)));
    }

    private async Task<TResponse> SendStartAsync<TRequest, TResponse>(Func<TRequest, CancellationToken, Task<TResponse>> operation, TRequest request, string workflowId, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(operation, request, new WorkflowExecution(workflowId, RunId.None), cancellationToken);
        }
        catch (HoldfastException refusal) when (CallErrors.IsAlreadyStarted(refusal.Code))
        {
            throw new WorkflowAlreadyStartedException(await ExistingAsync(workflowId, refusal, cancellationToken), refusal);
        }
    }
}
