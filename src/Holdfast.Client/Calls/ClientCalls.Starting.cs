using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>Starting workflows.</content>
internal sealed partial class ClientCalls
{
    /// <inheritdoc/>
    public override async Task<StartedRun> StartWorkflowAsync(StartWorkflowInput input, CancellationToken cancellationToken)
    {
        input.Validate();
        var request = await StoredAsync(StartRequest(input), cancellationToken);
        return Started(request, await SendStartAsync(_service.StartWorkflowExecutionAsync, request, request.WorkflowId, cancellationToken));
    }

    private StartWorkflowExecutionRequest StartRequest(StartWorkflowInput input)
    {
        var options = input.Options;
        var workflowId = options.Id ?? NewId();
        var converter = ConverterOf(workflowId, input.WorkflowType);
        StartWorkflowExecutionRequest request = new()
        {
            Namespace = Namespace,
            WorkflowId = workflowId,
            WorkflowType = input.WorkflowType,
            TaskQueue = options.TaskQueue,
            RequestId = options.RequestId ?? NewId(),
            Input = CallArgument.ToPayloads(input.Arguments, converter),
            Header = converter.Encode(input.Headers, PayloadUse.Header),
            WorkflowExecutionTimeout = options.ExecutionTimeout,
            WorkflowRunTimeout = options.RunTimeout,
            WorkflowTaskTimeout = options.TaskTimeout,
            WorkflowIdReusePolicy = options.IdReusePolicy,
            WorkflowIdConflictPolicy = options.IdConflictPolicy,
            OnConflict = options.OnConflict,
            RetryPolicy = options.RetryPolicy,
            Priority = options.Priority,
            CronSchedule = options.CronSchedule,
            ConcurrencyKey = options.ConcurrencyKey.Length > 0 ? options.ConcurrencyKey : CallArgument.ConcurrencyKeyOf(input.Arguments),
            StaticSummary = options.StaticSummary,
            StaticDetails = options.StaticDetails,
            StartDelay = options.StartDelay,
            Memo = UntypedArgument.MapOf(options.Memo, converter.For(PayloadUse.Memo)),
            SearchAttributes = options.SearchAttributes.Payloads,
            Identity = _identity,
        };
        _sizes.Require(request.Input, static r => $"The input of workflow '{r.WorkflowType}' (ID {r.WorkflowId})", request);
        _sizes.Require(request.Memo, static r => $"The memo of workflow '{r.WorkflowType}' (ID {r.WorkflowId})", request);
        return request;
    }

    // A run that was not started now and is not a used existing one was started by this very request, sent before: it is the first of its chain.
    private static StartedRun Started(StartWorkflowExecutionRequest request, StartWorkflowExecutionResponse response)
    {
        var isFirst = response.Started || request.WorkflowIdConflictPolicy != WorkflowIdConflictPolicy.UseExisting;
        return new StartedRun(new WorkflowExecution(request.WorkflowId, response.RunId), isFirst ? response.RunId : RunId.None);
    }

    // When the refusal names no run, which one it was about is a courtesy to the caller: if it cannot be had, the error goes out without it.
    private async Task<WorkflowExecution> ExistingAsync(string workflowId, HoldfastException refusal, CancellationToken cancellationToken)
    {
        if (refusal is WorkflowIdInUseException inUse)
        {
            return inUse.Existing;
        }

        var current = new WorkflowExecution(workflowId, RunId.None);
        try
        {
            var description = await _service.DescribeWorkflowExecutionAsync(new DescribeWorkflowExecutionRequest(Namespace, current), cancellationToken);
            return description.Info.Execution;
        }
        catch (HoldfastException)
        {
            return current;
        }
    }
}
