using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>Activities that complete later.</content>
internal sealed partial class ClientCalls
{
    public Task CompleteActivityAsync(ActivityAddress address, object? result, CancellationToken cancellationToken) =>
        RespondActivityAsync(address, new ActivityOutcome.Completed(Serialised([result], ConverterOf(address.WorkflowId))), cancellationToken);

    public Task FailActivityAsync(ActivityAddress address, Exception exception, IReadOnlyList<object?>? lastHeartbeatDetails, CancellationToken cancellationToken)
    {
        var converter = ConverterOf(address.WorkflowId);
        var failure = FailureConverter.ToFailure(exception, converter);
        return RespondActivityAsync(address, new ActivityOutcome.Failed(failure, lastHeartbeatDetails is null ? null : Serialised(lastHeartbeatDetails, converter)), cancellationToken);
    }

    public Task ReportActivityCanceledAsync(ActivityAddress address, IReadOnlyList<object?>? details, CancellationToken cancellationToken) =>
        RespondActivityAsync(address, new ActivityOutcome.Canceled(Serialised(details ?? [], ConverterOf(address.WorkflowId).For(PayloadUse.Failure))), cancellationToken);

    public async Task<bool> HeartbeatActivityAsync(ActivityAddress address, IReadOnlyList<object?>? details, CancellationToken cancellationToken)
    {
        var payloads = await StoredAsync(Serialised(details ?? [], ConverterOf(address.WorkflowId)), cancellationToken);
        var response = await _retry.RunAsync(
            token => NamedById(address) is var (execution, activityId)
                ? _service.RecordActivityTaskHeartbeatByIdAsync(new RecordActivityTaskHeartbeatByIdRequest(Namespace, execution, activityId, payloads), token)
                : _service.RecordActivityTaskHeartbeatAsync(new RecordActivityTaskHeartbeatRequest(((ActivityAddress.OfAttempt)address).Activity, payloads), token),
            cancellationToken);
        return response.CancelRequested;
    }

    private async Task RespondActivityAsync(ActivityAddress address, ActivityOutcome outcome, CancellationToken cancellationToken) =>
        await SendOutcomeAsync(address, _external is null ? outcome : await _external.StoreAsync(outcome, PayloadRewriting.Rewrite, cancellationToken), cancellationToken);

    private Task SendOutcomeAsync(ActivityAddress address, ActivityOutcome outcome, CancellationToken cancellationToken) => NamedById(address) is var (execution, activityId)
        ? SendActivityCallAsync(
            _service.RespondActivityTaskByIdAsync,
            new RespondActivityTaskByIdRequest(Namespace, execution, activityId, outcome, _identity),
            cancellationToken)
        : SendActivityCallAsync(
            _service.RespondActivityTaskAsync,
            new RespondActivityTaskRequest(((ActivityAddress.OfAttempt)address).Activity, outcome, _identity),
            cancellationToken);

    /// <summary>How the engine is told of an activity that is named by its ID: one that a client started has no workflow ID. Null for an attempt that is named by itself.</summary>
    private static (WorkflowExecution Execution, string ActivityId)? NamedById(ActivityAddress address) => address switch
    {
        ActivityAddress.OfId byId => (byId.Execution, byId.ActivityId),
        ActivityAddress.OfStandaloneId standalone => (new WorkflowExecution(string.Empty, standalone.RunId), standalone.ActivityId),
        _ => null,
    };

    private static Payloads Serialised(IReadOnlyList<object?> values, IDataConverter converter) => CallArgument.ToPayloads(UntypedArgument.ListOf(values), converter);

    private async Task SendActivityCallAsync<TRequest>(Func<TRequest, CancellationToken, Task> operation, TRequest request, CancellationToken cancellationToken) =>
        _ = await _retry.RunAsync(
            async token =>
            {
                await operation(request, token);
                return true;
            },
            cancellationToken);
}
