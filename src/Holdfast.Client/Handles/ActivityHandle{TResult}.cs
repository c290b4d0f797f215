using Holdfast.Protocol;

namespace Holdfast;

/// <summary>An activity that belongs to no workflow and gives a result.</summary>
/// <typeparam name="TResult">The result's type.</typeparam>
public sealed class ActivityHandle<TResult> : ActivityHandle
{
    internal ActivityHandle(ClientCalls calls, string id, RunId runId)
        : base(calls, id, runId)
    {
    }

    /// <summary>Waits for the result of the activity.</summary>
    /// <param name="cancellationToken">Ends the wait, not the activity.</param>
    /// <exception cref="ActivityDidNotCompleteException">It failed, timed out, was canceled or terminated.</exception>
    public new Task<TResult> ResultAsync(CancellationToken cancellationToken = default) => ResultAsync<TResult>(cancellationToken);
}
