using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>An activity that belongs to no workflow, to talk to: awaits its result, cancels, terminates, describes and deletes it.</summary>
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

    /// <summary>Deletes the run: an open one is terminated first. When this returns, it is gone for good and listed no more.</summary>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    public Task DeleteAsync(CancellationToken cancellationToken = default) => Calls.Chain.DeleteActivityAsync(new DeleteActivityInput(Id, RunId), cancellationToken);
}
