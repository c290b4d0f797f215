using System.Runtime.CompilerServices;
using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>Activities that belong to no workflow.</content>
public sealed partial class HoldfastClient
{
    /// <inheritdoc/>
    public async Task<ActivityHandle<TResult>> StartActivityAsync<TActivities, TResult>(Func<TActivities, Task<TResult>> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (id, runId) = await StartActivityAsync(CallCapture.Read(call, CallKind.Activity), options, cancellationToken);
        return new(_calls, id, runId);
    }

    /// <inheritdoc/>
    public async Task<ActivityHandle> StartActivityAsync<TActivities>(Func<TActivities, Task> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (id, runId) = await StartActivityAsync(CallCapture.Read(call, CallKind.Activity), options, cancellationToken);
        return new(_calls, id, runId);
    }

    /// <inheritdoc/>
    public async Task<ActivityHandle<TResult>> StartActivityAsync<TActivities, TResult>(Func<TActivities, TResult> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (id, runId) = await StartActivityAsync(CallCapture.Read(call, CallKind.Activity), options, cancellationToken);
        return new(_calls, id, runId);
    }

    /// <inheritdoc/>
    public async Task<ActivityHandle<TResult>> StartActivityAsync<TResult>(Func<Task<TResult>> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (id, runId) = await StartActivityAsync(CallCapture.Read(call, CallKind.Activity), options, cancellationToken);
        return new(_calls, id, runId);
    }

    /// <inheritdoc/>
    public async Task<ActivityHandle> StartActivityAsync(Func<Task> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (id, runId) = await StartActivityAsync(CallCapture.Read(call, CallKind.Activity), options, cancellationToken);
        return new(_calls, id, runId);
    }

    /// <inheritdoc/>
    public async Task<ActivityHandle<TResult>> StartActivityAsync<TResult>(Func<TResult> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (id, runId) = await StartActivityAsync(CallCapture.Read(call, CallKind.Activity), options, cancellationToken);
        return new(_calls, id, runId);
    }

    /// <inheritdoc/>
    public async Task<ActivityHandle> StartActivityAsync(string activityType, IReadOnlyList<object?> arguments, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (id, runId) = await _calls.StartAsync(new StartActivityInput(activityType, UntypedArgument.ListOf(arguments), options ?? new()), cancellationToken);
        return new(_calls, id, runId);
    }

    /// <inheritdoc/>
    public ActivityHandle GetActivityHandle(string activityId, RunId runId = default)
    {
        RequestText.Require(activityId, "The activity ID");
        return new(_calls, activityId, runId);
    }

    /// <inheritdoc/>
    public ActivityHandle<TResult> GetActivityHandle<TResult>(string activityId, RunId runId = default)
    {
        RequestText.Require(activityId, "The activity ID");
        return new(_calls, activityId, runId);
    }

    /// <inheritdoc/>
    public AsyncActivityHandle GetAsyncStandaloneActivityHandle(string activityId, RunId runId = default)
    {
        RequestText.Require(activityId, "The activity ID");
        return new(_calls, new ActivityAddress.OfStandaloneId(activityId, runId));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ActivityExecutionInfo> ListActivitiesAsync(string filterText = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? pageToken = null;
        do
        {
            var page = await _calls.Chain.ListActivitiesPageAsync(new ListActivitiesPageInput(filterText, pageToken), cancellationToken);
            foreach (var execution in page.Executions)
            {
                yield return execution;
            }

            pageToken = page.NextPageToken;
        }
        while (pageToken is not null);
    }

    /// <inheritdoc/>
    public Task<CountActivityExecutionsResponse> CountActivitiesAsync(string filterText = "", CancellationToken cancellationToken = default) => _calls.Chain.CountActivitiesAsync(new CountActivitiesInput(filterText), cancellationToken);

    private Task<(string Id, RunId RunId)> StartActivityAsync(CapturedCall captured, StandaloneActivityOptions? options, CancellationToken cancellationToken) =>
        _calls.StartAsync(new StartActivityInput(captured.Name, captured.Arguments, (options ?? new()).Over(captured.Activity)), cancellationToken);
}
