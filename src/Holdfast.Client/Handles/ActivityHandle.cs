using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>An activity that belongs to no workflow, to talk to: awaits its result, cancels, pauses, resets, terminates, describes and deletes it.</summary>
/// <remarks>
/// Threading: safe from any thread. Every member can throw <see cref="HoldfastException"/> with code HF1001 when there is no such activity or run and, once
/// <see cref="HoldfastClientOptions.RetryTimeLimit"/> has passed, HF2100 (busy) or HF2101 (stopping); cancelling the token ends the wait and leaves the activity alone.
/// </remarks>
public class ActivityHandle
{
    internal ActivityHandle(ClientCalls calls, string id, RunId runId)
    {
        Calls = calls;
        Id = id;
        RunId = runId;
    }

    /// <summary>The namespace.</summary>
    public string Namespace => Calls.Namespace;

    /// <summary>The activity's ID.</summary>
    public string Id { get; }

    /// <summary>The run; <see cref="RunId.None"/> for whichever is the newest at each request.</summary>
    public RunId RunId { get; }

    internal ClientCalls Calls { get; }

    /// <summary>Waits for the end of the activity.</summary>
    /// <param name="cancellationToken">Ends the wait, not the activity.</param>
    /// <exception cref="ActivityDidNotCompleteException">It failed, timed out, was canceled or terminated.</exception>
    public async Task ResultAsync(CancellationToken cancellationToken = default) => _ = await Calls.Chain.GetActivityResultAsync(new GetActivityResultInput(Id, RunId), cancellationToken);

    /// <summary>Waits for the result of the activity.</summary>
    /// <typeparam name="TResult">The result's type; <see cref="Payload"/> gives it undecoded.</typeparam>
    /// <param name="cancellationToken">Ends the wait, not the activity.</param>
    /// <exception cref="ActivityDidNotCompleteException">It failed, timed out, was canceled or terminated.</exception>
    public async Task<TResult> ResultAsync<TResult>(CancellationToken cancellationToken = default) =>
        ResultValue.Read<TResult>(await Calls.Chain.GetActivityResultAsync(new GetActivityResultInput(Id, RunId), cancellationToken), Calls.ConverterOf(StandaloneActivity.WorkflowIdOf(Id)));

    /// <summary>Describes the activity: its state, attempts, options and, once it has closed, what it gave.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ActivityExecutionDescription> DescribeAsync(CancellationToken cancellationToken = default) => Calls.Chain.DescribeActivityAsync(new DescribeActivityInput(Id, RunId), cancellationToken);

    /// <summary>
    /// Asks the activity to cancel: one that no worker is at is canceled at once; one that runs learns it from its next heartbeat and decides how it ends. An attempt
    /// that fails after the request is not tried again.
    /// </summary>
    /// <param name="reason">Why; shown in the description. At most 1,000 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.RunClosed"/> when it has closed.</exception>
    public Task CancelAsync(string reason = "", CancellationToken cancellationToken = default) => Calls.Chain.CancelActivityAsync(new CancelActivityInput(Id, RunId, reason), cancellationToken);

    /// <summary>Closes the activity by force, without waiting for its worker, whose attempt is told to stop.</summary>
    /// <param name="reason">Why; shown to whoever awaits the result. At most 1,000 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.RunClosed"/> when it has closed.</exception>
    public Task TerminateAsync(string reason = "", CancellationToken cancellationToken = default) => Calls.Chain.TerminateActivityAsync(new TerminateActivityInput(Id, RunId, reason), cancellationToken);

    /// <summary>
    /// Pauses the activity: no attempt starts until it is unpaused. An attempt that runs is told to stop; its result counts, and its failure uses no attempt up.
    /// The limit over all attempts goes on. One that is paused already stays so.
    /// </summary>
    /// <param name="reason">Why; shown in the description. At most 1,000 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.RunClosed"/> when it has closed.</exception>
    public Task PauseAsync(string reason = "", CancellationToken cancellationToken = default) => OperateAsync(new ActivityOperation.Pause(reason), cancellationToken);

    /// <summary>Lets the activity go on when it is paused; its next attempt is due at once, or at the end of its start delay.</summary>
    /// <param name="options">How it goes on.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.RunClosed"/> when it has closed; <see cref="ErrorCodes.InvalidArgument"/> when the jitter is negative.</exception>
    public Task UnpauseAsync(ActivityUnpauseOptions? options = null, CancellationToken cancellationToken = default) => OperateAsync((options ?? new()).Operation, cancellationToken);

    /// <summary>
    /// Resets the activity: its attempts so far are forgiven, and the next, which counts as the first, is due at once. An attempt that runs is told to stop; its
    /// result counts. A pause ends, unless the options keep it.
    /// </summary>
    /// <param name="options">What else is reset.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.RunClosed"/> when it has closed; <see cref="ErrorCodes.InvalidArgument"/> when the jitter is negative.</exception>
    public Task ResetAsync(ActivityResetOptions? options = null, CancellationToken cancellationToken = default) => OperateAsync((options ?? new()).Operation, cancellationToken);

    /// <summary>Changes options of the activity. Timeouts apply at once, also to an attempt that runs; task queue and retry policy from its end on.</summary>
    /// <param name="change">What changes.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.RunClosed"/> when it has closed; <see cref="ErrorCodes.InvalidArgument"/> when an option is not valid.</exception>
    public Task UpdateOptionsAsync(ActivityOptionsChange change, CancellationToken cancellationToken = default) => OperateAsync(new ActivityOperation.UpdateOptions(change), cancellationToken);

    /// <summary>Gives the activity back the options that it was started with.</summary>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.RunClosed"/> when it has closed.</exception>
    public Task RestoreOptionsAsync(CancellationToken cancellationToken = default) => OperateAsync(new ActivityOperation.RestoreOptions(), cancellationToken);

    /// <summary>Deletes the run: an open one is terminated first. When this returns, it is gone for good and listed no more.</summary>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    public Task DeleteAsync(CancellationToken cancellationToken = default) => Calls.Chain.DeleteActivityAsync(new DeleteActivityInput(Id, RunId), cancellationToken);

    private Task OperateAsync(ActivityOperation operation, CancellationToken cancellationToken) => Calls.Chain.OperateActivityAsync(new OperateActivityInput(Id, RunId, operation), cancellationToken);
}
