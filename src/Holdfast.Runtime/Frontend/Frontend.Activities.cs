using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <content>Activities that clients start.</content>
internal sealed partial class Frontend
{
    /// <inheritdoc/>
    public Task<StartActivityExecutionResponse> StartActivityExecutionAsync(StartActivityExecutionRequest request, CancellationToken cancellationToken)
    {
        var start = StartActivityRequest.StartOf(request);
        _validation.Check(request, start);
        services.Namespaces.RequireForStarts(request.Namespace);
        return SendAsync(new StartActivityRequest(request, _validation.Typed(start)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ActivityExecutionDescription> DescribeActivityExecutionAsync(DescribeActivityExecutionRequest request, CancellationToken cancellationToken)
    {
        CheckActivity(request.Namespace, request.ActivityId);
        return SendAsync(new ReadActivityRequest<ActivityExecutionDescription>(request.Namespace, request.ActivityId, request.RunId, StandaloneActivityReading.Describe), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<PollActivityExecutionResponse> PollActivityExecutionAsync(PollActivityExecutionRequest request, CancellationToken cancellationToken)
    {
        CheckActivity(request.Namespace, request.ActivityId);
        return SendAsync(new PollActivityRequest(request), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ListActivityExecutionsResponse> ListActivityExecutionsAsync(ListActivityExecutionsRequest request, CancellationToken cancellationToken)
    {
        CheckNamespace(request.Namespace);
        Requirement.That(request.PageSize is >= 1 and <= 1_000, $"PageSize is {request.PageSize}; it must be 1 to 1,000.");
        return lists.ReadAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CountActivityExecutionsResponse> CountActivityExecutionsAsync(CountActivityExecutionsRequest request, CancellationToken cancellationToken)
    {
        CheckNamespace(request.Namespace);
        return lists.CountAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RequestCancelActivityExecutionAsync(RequestCancelActivityExecutionRequest request, CancellationToken cancellationToken)
    {
        _validation.CheckLength("Reason", request.Reason);
        return SendActivityStepAsync(request.Namespace, request.ActivityId, request.RunId, new RequestCancelRun(RunId.None, request.Reason, request.Identity, request.RequestId), cancellationToken);
    }

    /// <inheritdoc/>
    public Task TerminateActivityExecutionAsync(TerminateActivityExecutionRequest request, CancellationToken cancellationToken)
    {
        _validation.CheckLength("Reason", request.Reason);
        return SendActivityStepAsync(request.Namespace, request.ActivityId, request.RunId, new TerminateRun(RunId.None, request.Reason, Payloads.Empty, request.Identity), cancellationToken);
    }

    /// <inheritdoc/>
    public Task OperateActivityExecutionAsync(OperateActivityExecutionRequest request, CancellationToken cancellationToken) => SendActivityStepAsync(
        request.Namespace,
        request.ActivityId,
        request.RunId,
        new OperateActivities(ActivitySelector.WithId(request.ActivityId), request.Operation, request.Identity, request.RequestId),
        cancellationToken);

    /// <inheritdoc/>
    public Task DeleteActivityExecutionAsync(DeleteActivityExecutionRequest request, CancellationToken cancellationToken)
    {
        CheckActivity(request.Namespace, request.ActivityId);
        WorkflowExecution execution = new(StandaloneActivity.WorkflowIdOf(request.ActivityId), request.RunId);
        return SendAsync(new DeleteRequest(new DeleteWorkflowExecutionRequest { Namespace = request.Namespace, Execution = execution, Identity = request.Identity }), cancellationToken);
    }

    private Task<object?> SendActivityStepAsync(string @namespace, string activityId, RunId runId, RunMessage message, CancellationToken cancellationToken)
    {
        CheckActivity(@namespace, activityId);
        return SendAsync(new RunStepRequest(new WorkflowKey(@namespace, StandaloneActivity.WorkflowIdOf(activityId)), runId, message), cancellationToken);
    }

    private void CheckActivity(string @namespace, string activityId)
    {
        CheckNamespace(@namespace);
        _validation.CheckName("ActivityId", activityId);
    }

    /// <summary>The run of an activity that is named by its ID; without workflow ID, that of an activity that a client started.</summary>
    private WorkflowExecution ActivityTarget(string @namespace, WorkflowExecution execution, string activityId)
    {
        _validation.CheckName("ActivityId", activityId);
        if (string.IsNullOrEmpty(execution.WorkflowId))
        {
            CheckNamespace(@namespace);
            return execution with { WorkflowId = StandaloneActivity.WorkflowIdOf(activityId) };
        }

        CheckTarget(@namespace, execution);
        return execution;
    }
}
