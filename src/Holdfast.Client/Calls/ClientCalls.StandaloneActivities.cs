using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>Activities that belong to no workflow.</content>
internal sealed partial class ClientCalls
{
    private const int ActivitiesOnPage = 100;

    public async Task<(string Id, RunId RunId)> StartActivityAsync(string activityType, IReadOnlyList<CallArgument> arguments, StandaloneActivityOptions options, CancellationToken cancellationToken)
    {
        RequestText.Require(activityType, "The activity type");
        options.Validate();
        var request = RequestOf(activityType, arguments, options);
        sizes.Require(request.Input, static r => $"The input of activity '{r.ActivityType}' (ID {r.ActivityId})", request);
        request = request with { Input = await StoredAsync(request.Input, cancellationToken) };
        try
        {
            var response = await retry.RunAsync(token => service.StartActivityExecutionAsync(request, token), cancellationToken);
            return (request.ActivityId, response.RunId);
        }
        catch (HoldfastException refusal) when (refusal.Code == ErrorCodes.ActivityAlreadyStarted)
        {
            throw new ActivityAlreadyStartedException(request.ActivityId, refusal is WorkflowIdInUseException inUse ? inUse.Existing.RunId : RunId.None, refusal);
        }
    }

    /// <summary>Waits for the activity's end and gives its result.</summary>
    public async Task<Payloads> ActivityResultAsync(string activityId, RunId runId, CancellationToken cancellationToken)
    {
        PollActivityExecutionRequest request = new(Namespace, activityId, runId);
        var closed = await retry.RunAsync(token => service.PollActivityExecutionAsync(request, token), cancellationToken);
        var outcome = await FetchedAsync(closed.Outcome, cancellationToken);
        return outcome.Result ?? throw new ActivityDidNotCompleteException(
            activityId,
            closed with { Outcome = outcome },
            FailureConverter.ToException(outcome.Failure!, ConverterOf(StandaloneActivity.WorkflowIdOf(activityId))));
    }

    public Task<ActivityExecutionDescription> DescribeActivityAsync(string activityId, RunId runId, CancellationToken cancellationToken) =>
        retry.RunAsync(token => service.DescribeActivityExecutionAsync(new DescribeActivityExecutionRequest(Namespace, activityId, runId), token), cancellationToken);

    public Task CancelActivityAsync(string activityId, RunId runId, string reason, CancellationToken cancellationToken) => SendActivityCallAsync(
        service.RequestCancelActivityExecutionAsync,
        new RequestCancelActivityExecutionRequest(Namespace, activityId, runId, NewId(), reason, identity),
        cancellationToken);

    public Task TerminateActivityAsync(string activityId, RunId runId, string reason, CancellationToken cancellationToken) =>
        SendActivityCallAsync(service.TerminateActivityExecutionAsync, new TerminateActivityExecutionRequest(Namespace, activityId, runId, reason, identity), cancellationToken);

    public Task DeleteActivityAsync(string activityId, RunId runId, CancellationToken cancellationToken) =>
        SendActivityCallAsync(service.DeleteActivityExecutionAsync, new DeleteActivityExecutionRequest(Namespace, activityId, runId, identity), cancellationToken);

    public Task<ListActivityExecutionsResponse> ListActivitiesPageAsync(string filterText, string? pageToken, CancellationToken cancellationToken)
    {
        ListActivityExecutionsRequest request = new() { Namespace = Namespace, Query = filterText, PageSize = ActivitiesOnPage, PageToken = pageToken };
        return retry.RunAsync(token => service.ListActivityExecutionsAsync(request, token), cancellationToken);
    }

    public Task<CountActivityExecutionsResponse> CountActivitiesAsync(string filterText, CancellationToken cancellationToken) =>
        retry.RunAsync(token => service.CountActivityExecutionsAsync(new CountActivityExecutionsRequest(Namespace, filterText), token), cancellationToken);

    private StartActivityExecutionRequest RequestOf(string activityType, IReadOnlyList<CallArgument> arguments, StandaloneActivityOptions options)
    {
        var id = options.Id ?? NewId();
        return new StartActivityExecutionRequest
        {
            Namespace = Namespace,
            ActivityId = id,
            ActivityType = activityType,
            TaskQueue = options.TaskQueue,
            RequestId = options.RequestId ?? NewId(),
            Input = CallArgument.ToPayloads(arguments, ConverterOf(StandaloneActivity.WorkflowIdOf(id))),
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
            ConcurrencyKey = options.ConcurrencyKey,
            StaticSummary = options.StaticSummary,
            StaticDetails = options.StaticDetails,
            Identity = identity,
        };
    }

    private async ValueTask<ActivityExecutionOutcome> FetchedAsync(ActivityExecutionOutcome outcome, CancellationToken cancellationToken) => external is null
        ? outcome
        : new ActivityExecutionOutcome(
            outcome.Result is null ? null : await external.FetchAsync(outcome.Result, PayloadRewriting.Rewrite, cancellationToken),
            outcome.Failure is null ? null : await external.FetchAsync(outcome.Failure, PayloadRewriting.Rewrite, cancellationToken));
}
