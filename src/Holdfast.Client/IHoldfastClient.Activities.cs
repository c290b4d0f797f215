using Holdfast.Protocol;

namespace Holdfast;

/// <content>Activities that belong to no workflow.</content>
public partial interface IHoldfastClient
{
    /// <summary>Starts an activity that gives a result. Returns when the start is durable.</summary>
    /// <typeparam name="TActivities">The class of the activities.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="call">One call of an activity, such as <c>(Mail m) =&gt; m.SendAsync(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the activity may have been started.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    Task<ActivityHandle<TResult>> StartActivityAsync<TActivities, TResult>(Func<TActivities, Task<TResult>> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an activity that gives no result. Returns when the start is durable.</summary>
    /// <typeparam name="TActivities">The class of the activities.</typeparam>
    /// <param name="call">One call of an activity, such as <c>(Mail m) =&gt; m.SendAsync(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the activity may have been started.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    Task<ActivityHandle> StartActivityAsync<TActivities>(Func<TActivities, Task> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an activity that is no asynchronous method and gives a result. Returns when the start is durable.</summary>
    /// <typeparam name="TActivities">The class of the activities.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="call">One call of an activity, such as <c>(Mail m) =&gt; m.SendAsync(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the activity may have been started.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    Task<ActivityHandle<TResult>> StartActivityAsync<TActivities, TResult>(Func<TActivities, TResult> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an activity that is a static method and gives a result. Returns when the start is durable.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="call">One call of an activity, such as <c>(Mail m) =&gt; m.SendAsync(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the activity may have been started.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    Task<ActivityHandle<TResult>> StartActivityAsync<TResult>(Func<Task<TResult>> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an activity that is a static method and gives no result. Returns when the start is durable.</summary>
    /// <param name="call">One call of an activity, such as <c>(Mail m) =&gt; m.SendAsync(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the activity may have been started.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    Task<ActivityHandle> StartActivityAsync(Func<Task> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an activity that is a static, not asynchronous method and gives a result. Returns when the start is durable.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="call">One call of an activity, such as <c>() =&gt; Mail.Count(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the activity may have been started.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    Task<ActivityHandle<TResult>> StartActivityAsync<TResult>(Func<TResult> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an activity by the name of its type, for callers that do not know its class. Returns when the start is durable.</summary>
    /// <param name="activityType">The activity type; 1 to 1,000 bytes of UTF-8.</param>
    /// <param name="arguments">The arguments, each serialised as what it is at run time; a <see cref="Payload"/> is sent as it is.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the activity may have been started.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    Task<ActivityHandle> StartActivityAsync(string activityType, IReadOnlyList<object?> arguments, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>A handle to an activity that a client started. Nothing is sent: whether it exists shows at the first request.</summary>
    /// <param name="activityId">The activity's ID.</param>
    /// <param name="runId">The one run to talk to; none for whichever is the newest.</param>
    ActivityHandle GetActivityHandle(string activityId, RunId runId = default);

    /// <summary>A handle to an activity that a client started and that gives a result. Nothing is sent: whether it exists shows at the first request.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="activityId">The activity's ID.</param>
    /// <param name="runId">The one run to talk to; none for whichever is the newest.</param>
    ActivityHandle<TResult> GetActivityHandle<TResult>(string activityId, RunId runId = default);

    /// <summary>A handle to complete an activity that a client started and that completes later, by its ID. Nothing is sent.</summary>
    /// <param name="activityId">The activity's ID.</param>
    /// <param name="runId">The run; none for whichever is the newest.</param>
    AsyncActivityHandle GetAsyncStandaloneActivityHandle(string activityId, RunId runId = default);

    /// <summary>Lists activities that clients started by a filter, such as <c>ActivityType = 'Charge' AND ExecutionStatus = 'Running'</c>, newest start first, fetching pages as they are needed.</summary>
    /// <param name="filterText">The filter, as docs/guides/standalone-activities.md describes it; empty for every one of the namespace.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="HoldfastException">Code HF1043 or HF1050 to HF1053 for a filter that cannot be read, with the position.</exception>
    IAsyncEnumerable<ActivityExecutionInfo> ListActivitiesAsync(string filterText = "", CancellationToken cancellationToken = default);

    /// <summary>Counts activities that clients started by a filter, which may end with <c>GROUP BY ExecutionStatus</c> or another attribute.</summary>
    /// <param name="filterText">The filter; empty for every one of the namespace.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HoldfastException">Code HF1043 or HF1050 to HF1053 for a filter that cannot be read, with the position.</exception>
    Task<CountActivityExecutionsResponse> CountActivitiesAsync(string filterText = "", CancellationToken cancellationToken = default);
}
