namespace Holdfast;

/// <summary>A workflow to talk to whose code is a static method: its result is typed, its handlers, if any, go by name.</summary>
/// <typeparam name="TResult">The result's type.</typeparam>
public sealed class WorkflowResultHandle<TResult> : WorkflowHandle
{
    internal WorkflowResultHandle(ClientCalls calls, WorkflowTarget target)
        : base(calls, target)
    {
    }

    /// <summary>Waits for the result of the workflow.</summary>
    /// <param name="followRuns">True to wait for the runs that continue or retry this one as well; false to stop at the end of this run.</param>
    /// <param name="cancellationToken">Ends the wait, not the workflow.</param>
    /// <exception cref="WorkflowFailedException">It failed, timed out, was canceled or terminated.</exception>
    /// <exception cref="WorkflowContinuedAsNewException">The run continued as a new one and <paramref name="followRuns"/> is false.</exception>
    public new Task<TResult> ResultAsync(bool followRuns = true, CancellationToken cancellationToken = default) => ResultAsync<TResult>(followRuns, cancellationToken);
}
