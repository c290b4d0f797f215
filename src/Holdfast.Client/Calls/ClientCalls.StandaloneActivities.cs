using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>Activities that belong to no workflow.</content>
internal sealed partial class ClientCalls
{
    private const int ActivitiesOnPage = 100;

    /// <summary>Starts an activity through the interceptors.</summary>
    public Task<(string Id, RunId RunId)> StartAsync(StartActivityInput input, CancellationToken cancellationToken) =>
        Chain.StartActivityAsync(
            IsIntercepted ? input with { Options = input.Options with { Id = input.Options.Id ?? NewId(), RequestId = input.Options.RequestId ?? NewId() } } : input,
            cancellationToken);

    /// <inheritdoc/>
    public override async Task<(string Id, RunId RunId)> StartActivityAsync(StartActivityInput input, CancellationToken cancellationToken)
    {
        input.Validate();
        var request = RequestOf(input);
        _sizes.Require(request.Input, static r => $"The input of activity '{r.ActivityType}' (ID {r.ActivityId})", request);
        request = request with { Input = await StoredAsync(request.Input, cancellationToken) };
        try
        {
            var response = await _retry.RunAsync(token => _service.StartActivityExecutionAsync(request, token), cancellationToken);
            return (request.ActivityId, response.RunId);
        }
        catch (HoldfastException refusal) when (refusal.Code == ErrorCodes.ActivityAlreadyStarted)
        {
            throw new ActivityAlreadyStartedException(request.ActivityId, refusal is WorkflowIdInUseException inUse ? inUse.Existing.RunId : RunId.None, refusal);
        }
    }

    /// <inheritdoc/>
    public override async Task<Payloads> GetActivityResultAsync(GetActivityResultInput input, CancellationToken cancellationToken)
    {
        var activityId = input.ActivityId;
        PollActivityExecutionRequest request = new(Namespace, activityId, input.RunId);
        var closed = await _retry.RunAsync(token => _service.PollActivityExecutionAsync(request, token), cancellationToken);
        var outcome = await FetchedAsync(closed.Outcome, cancellationToken);
        return outcome.Result ?? throw new ActivityDidNotCompleteException(
            activityId,
            closed with { Outcome = outcome },
            FailureConverter.ToException(outcome.Failure!, ConverterOf(StandaloneActivity.WorkflowIdOf(activityId))));
    }

    /// <inheritdoc/>
    public override Task<ActivityExecutionDescription> DescribeActivityAsync(DescribeActivityInput input, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => _service.DescribeActivityExecutionAsync(new DescribeActivityExecutionRequest(Namespace, input.ActivityId, input.RunId), token), cancellationToken);

    /// <inheritdoc/>
    public override Task CancelActivityAsync(CancelActivityInput input, CancellationToken cancellationToken) => SendActivityCallAsync(
        _service.RequestCancelActivityExecutionAsync,
        new RequestCancelActivityExecutionRequest(Namespace, input.ActivityId, input.RunId, NewId(), input.Reason, _identity),
        cancellationToken);

    /// <inheritdoc/>
    public override Task TerminateActivityAsync(TerminateActivityInput input, CancellationToken cancellationToken) =>
        SendActivityCallAsync(_service.TerminateActivityExecutionAsync, new TerminateActivityExecutionRequest(Namespace, input.ActivityId, input.RunId, input.Reason, _identity), cancellationToken);

    /// <inheritdoc/>
    public override Task OperateActivityAsync(OperateActivityInput input, CancellationToken cancellationToken) => SendActivityCallAsync(
        _service.OperateActivityExecutionAsync,
        new OperateActivityExecutionRequest(Namespace, input.ActivityId, input.RunId, input.Operation, NewId(), _identity),
        cancellationToken);

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(DeleteActivityInput input, CancellationToken cancellationToken) =>
        SendActivityCallAsync(_service.DeleteActivityExecutionAsync, new DeleteActivityExecutionRequest(Namespace, input.ActivityId, input.RunId, _identity), cancellationToken);

    /// <inheritdoc/>
    public override Task<ListActivityExecutionsResponse> ListActivitiesPageAsync(ListActivitiesPageInput input, CancellationToken cancellationToken)
    {
        ListActivityExecutionsRequest request = new() { Namespace = Namespace, Query = input.FilterText, PageSize = ActivitiesOnPage, PageToken = input.PageToken };
        return _retry.RunAsync(token => _service.ListActivityExecutionsAsync(request, token), cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<CountActivityExecutionsResponse> CountActivitiesAsync(CountActivitiesInput input, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => _service.CountActivityExecutionsAsync(new CountActivityExecutionsRequest(Namespace, input.FilterText), token), cancellationToken);

    private StartActivityExecutionRequest RequestOf(StartActivityInput input)
    {
        var options = input.Options;
        var id = options.Id ?? NewId();
        WorkflowExecution execution = new(StandaloneActivity.WorkflowIdOf(id), RunId.None);
        return new StartActivityExecutionRequest
        {
            Namespace = Namespace,
            ActivityId = id,
            ActivityType = input.ActivityType,
            TaskQueue = options.TaskQueue,
            RequestId = options.RequestId ?? NewId(),
            Input = Definitions.CallArgument.ToPayloads(input.Arguments, ConverterOf(execution.WorkflowId)),
            Header = Encoded(input.Headers, execution),
            ScheduleToCloseTimeout = options.ScheduleToCloseTimeout,
            ScheduleToStartTimeout = options.ScheduleToStartTimeout,
            StartToCloseTimeout = options.StartToClose,
            HeartbeatTimeout = options.HeartbeatTimeout,
            RetryPolicy = options.RetryPolicy,
            IdReusePolicy = options.IdReusePolicy,
            IdConflictPolicy = options.IdConflictPolicy,
            OnConflict = options.OnConflict,
            StartDelay = options.StartDelay,
            SearchAttributes = options.SearchAttributes.Payloads,
            Priority = options.Priority,
            ConcurrencyKey = options.ConcurrencyKey.Length > 0 ? options.ConcurrencyKey : Definitions.CallArgument.ConcurrencyKeyOf(input.Arguments),
            StaticSummary = options.StaticSummary,
            StaticDetails = options.StaticDetails,
            Identity = _identity,
        };
    }

    private async ValueTask<ActivityExecutionOutcome> FetchedAsync(ActivityExecutionOutcome outcome, CancellationToken cancellationToken) => _external is null
        ? outcome
        : new ActivityExecutionOutcome(
            outcome.Result is null ? null : await _external.FetchAsync(outcome.Result, PayloadRewriting.Rewrite, cancellationToken),
            outcome.Failure is null ? null : await _external.FetchAsync(outcome.Failure, PayloadRewriting.Rewrite, cancellationToken));
}
