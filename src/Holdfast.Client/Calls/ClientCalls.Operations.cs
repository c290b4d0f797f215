using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>What is done to runs from outside.</content>
internal sealed partial class ClientCalls
{
    public Task CancelWorkflowAsync(WorkflowExecution execution, RunId firstExecutionRunId, string reason, CancellationToken cancellationToken)
    {
        var request = new RequestCancelWorkflowExecutionRequest
        {
            Namespace = Namespace,
            Execution = execution,
            FirstExecutionRunId = firstExecutionRunId,
            RequestId = NewId(),
            Reason = reason,
            Identity = _identity,
        };
        return SendAsync(_service.RequestCancelWorkflowExecutionAsync, request, execution, cancellationToken);
    }

    public async Task TerminateWorkflowAsync(WorkflowExecution execution, RunId firstExecutionRunId, string reason, IReadOnlyList<CallArgument> details, CancellationToken cancellationToken)
    {
        var request = new TerminateWorkflowExecutionRequest
        {
            Namespace = Namespace,
            Execution = execution,
            FirstExecutionRunId = firstExecutionRunId,
            Reason = reason,
            Details = CallArgument.ToPayloads(details, ConverterOf(execution.WorkflowId).For(PayloadUse.Failure)),
            Identity = _identity,
        };
        _sizes.Require(request.Details, static e => $"The details of the termination of workflow '{e.WorkflowId}'", execution);
        request = request with { Details = await StoredAsync(request.Details, cancellationToken) };
        await SendAsync(_service.TerminateWorkflowExecutionAsync, request, execution, cancellationToken);
    }

    public Task DeleteWorkflowAsync(WorkflowExecution execution, CancellationToken cancellationToken)
    {
        var request = new DeleteWorkflowExecutionRequest { Namespace = Namespace, Execution = execution, Identity = _identity };
        return SendAsync(_service.DeleteWorkflowExecutionAsync, request, execution, cancellationToken);
    }

    public Task PauseWorkflowAsync(WorkflowExecution execution, string reason, CancellationToken cancellationToken)
    {
        var request = new PauseWorkflowExecutionRequest { Namespace = Namespace, Execution = execution, RequestId = NewId(), Reason = reason, Identity = _identity };
        return SendAsync(_service.PauseWorkflowExecutionAsync, request, execution, cancellationToken);
    }

    public Task UnpauseWorkflowAsync(WorkflowExecution execution, string reason, CancellationToken cancellationToken)
    {
        var request = new UnpauseWorkflowExecutionRequest { Namespace = Namespace, Execution = execution, RequestId = NewId(), Reason = reason, Identity = _identity };
        return SendAsync(_service.UnpauseWorkflowExecutionAsync, request, execution, cancellationToken);
    }

    public async Task<Priority?> UpdatePriorityAsync(WorkflowExecution execution, Priority? priority, PriorityFields fields, CancellationToken cancellationToken)
    {
        UpdateWorkflowExecutionOptionsRequest request = new() { Namespace = Namespace, Execution = execution, Priority = priority, PriorityFields = fields, Identity = _identity };
        var response = await SendAsync(_service.UpdateWorkflowExecutionOptionsAsync, request, execution, cancellationToken);
        return response.Priority;
    }

    public Task OperateActivitiesAsync(WorkflowExecution execution, ActivitySelector activities, ActivityOperation operation, CancellationToken cancellationToken)
    {
        OperateActivitiesRequest request = new() { Namespace = Namespace, Execution = execution, Activities = activities, Operation = operation, RequestId = NewId(), Identity = _identity };
        return SendAsync(_service.OperateActivitiesAsync, request, execution, cancellationToken);
    }

    public async Task<RunId> ResetWorkflowAsync(WorkflowExecution execution, WorkflowResetOptions options, CancellationToken cancellationToken)
    {
        var request = new ResetWorkflowExecutionRequest
        {
            Namespace = Namespace,
            Execution = execution,
            RequestId = options.RequestId ?? NewId(),
            Reason = options.Reason,
            Identity = _identity,
            Target = options.Target,
            WorkflowTaskFinishEventId = options.WorkflowTaskFinishEventId,
            BuildId = options.BuildId,
            CurrentRunOnly = options.CurrentRunOnly,
            Exclusions = options.Exclusions,
            Operations = await OperationsAsync(execution, options.Operations, cancellationToken),
        };
        var response = await SendAsync(_service.ResetWorkflowExecutionAsync, request, execution, cancellationToken);
        return response.RunId;
    }

    private async Task<IReadOnlyList<PostResetOperation>> OperationsAsync(WorkflowExecution execution, IReadOnlyList<ResetOperation> operations, CancellationToken cancellationToken)
    {
        List<PostResetOperation> sent = new(operations.Count);
        foreach (var operation in operations)
        {
            sent.Add(operation is ResetOperation.Signal signal ? await SignalAsync(execution, signal, cancellationToken) : ChangeOf((ResetOperation.ChangePriority)operation));
        }

        return sent;
    }

    private async Task<PostResetOperation> SignalAsync(WorkflowExecution execution, ResetOperation.Signal signal, CancellationToken cancellationToken)
    {
        RequestText.Require(signal.Name, "The signal's name");
        var input = CallArgument.ToPayloads(UntypedArgument.ListOf(signal.Arguments), ConverterOf(execution.WorkflowId));
        _sizes.Require(input, static of => $"The input of signal '{of.Name}' to workflow '{of.WorkflowId}'", (signal.Name, execution.WorkflowId));
        return new PostResetOperation.Signal(signal.Name, await StoredAsync(input, cancellationToken), PayloadMap.Empty);
    }

    private static PostResetOperation.ChangePriority ChangeOf(ResetOperation.ChangePriority change) => new(change.Priority, change.Fields);
}
