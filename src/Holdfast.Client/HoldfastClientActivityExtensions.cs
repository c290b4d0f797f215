using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Starting an activity that belongs to no workflow and waiting for its result in one call.</summary>
public static class HoldfastClientActivityExtensions
{
    /// <summary>Starts an activity that gives a result, and waits for its result.</summary>
    /// <typeparam name="TActivities">The class of the activities.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="call">One call of an activity, such as <c>(Mail m) =&gt; m.SendAsync(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the activity.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    /// <exception cref="ActivityDidNotCompleteException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task<TResult> ExecuteActivityAsync<TActivities, TResult>(this IHoldfastClient client, Func<TActivities, Task<TResult>> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var handle = await client.StartActivityAsync(call, options, cancellationToken);
        return await handle.ResultAsync(cancellationToken);
    }

    /// <summary>Starts an activity that gives no result, and waits for its end.</summary>
    /// <typeparam name="TActivities">The class of the activities.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="call">One call of an activity, such as <c>(Mail m) =&gt; m.SendAsync(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the activity.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    /// <exception cref="ActivityDidNotCompleteException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task ExecuteActivityAsync<TActivities>(this IHoldfastClient client, Func<TActivities, Task> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var handle = await client.StartActivityAsync(call, options, cancellationToken);
        await handle.ResultAsync(cancellationToken);
    }

    /// <summary>Starts an activity that is no asynchronous method and gives a result, and waits for its result.</summary>
    /// <typeparam name="TActivities">The class of the activities.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="call">One call of an activity, such as <c>(Mail m) =&gt; m.SendAsync(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the activity.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    /// <exception cref="ActivityDidNotCompleteException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task<TResult> ExecuteActivityAsync<TActivities, TResult>(this IHoldfastClient client, Func<TActivities, TResult> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var handle = await client.StartActivityAsync(call, options, cancellationToken);
        return await handle.ResultAsync(cancellationToken);
    }

    /// <summary>Starts an activity that is a static method and gives a result, and waits for its result.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="call">One call of an activity, such as <c>(Mail m) =&gt; m.SendAsync(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the activity.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    /// <exception cref="ActivityDidNotCompleteException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task<TResult> ExecuteActivityAsync<TResult>(this IHoldfastClient client, Func<Task<TResult>> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var handle = await client.StartActivityAsync(call, options, cancellationToken);
        return await handle.ResultAsync(cancellationToken);
    }

    /// <summary>Starts an activity that is a static method and gives no result, and waits for its end.</summary>
    /// <param name="client">The client.</param>
    /// <param name="call">One call of an activity, such as <c>(Mail m) =&gt; m.SendAsync(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the activity.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    /// <exception cref="ActivityDidNotCompleteException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task ExecuteActivityAsync(this IHoldfastClient client, Func<Task> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var handle = await client.StartActivityAsync(call, options, cancellationToken);
        await handle.ResultAsync(cancellationToken);
    }

    /// <summary>Starts an activity that is a static, not asynchronous method and gives a result, and waits for its result.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="call">One call of an activity, such as <c>() =&gt; Mail.Count(letter)</c>; the lambda is read, not run.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the activity.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    /// <exception cref="ActivityDidNotCompleteException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task<TResult> ExecuteActivityAsync<TResult>(this IHoldfastClient client, Func<TResult> call, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var handle = await client.StartActivityAsync(call, options, cancellationToken);
        return await handle.ResultAsync(cancellationToken);
    }

    /// <summary>Starts an activity by the name of its type, and waits for its result.</summary>
    /// <typeparam name="TResult">The result's type; <see cref="Payload"/> gives it undecoded.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="activityType">The activity type; 1 to 1,000 bytes of UTF-8.</param>
    /// <param name="arguments">The arguments, each serialised as what it is at run time; a <see cref="Payload"/> is sent as it is.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the activity.</param>
    /// <exception cref="ActivityAlreadyStartedException">Another run of the ID stands in the way.</exception>
    /// <exception cref="ActivityDidNotCompleteException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task<TResult> ExecuteActivityAsync<TResult>(this IHoldfastClient client, string activityType, IReadOnlyList<object?> arguments, StandaloneActivityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var handle = await client.StartActivityAsync(activityType, arguments, options, cancellationToken);
        return await handle.ResultAsync<TResult>(cancellationToken);
    }
}
