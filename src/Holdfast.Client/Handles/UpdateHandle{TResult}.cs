using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>An update that was sent, whose result is typed.</summary>
/// <typeparam name="TResult">The result's type.</typeparam>
public sealed class UpdateHandle<TResult> : UpdateHandle
{
    internal UpdateHandle(ClientCalls calls, string workflowId, SentUpdate sent)
        : base(calls, workflowId, sent)
    {
    }

    internal UpdateHandle(ClientCalls calls, WorkflowExecution execution, string updateId)
        : base(calls, execution, updateId)
    {
    }

    /// <summary>Waits for the result. At once when the outcome is known already.</summary>
    /// <param name="cancellationToken">Ends the wait, not the update.</param>
    /// <exception cref="WorkflowUpdateFailedException">The validator refused it, or the handler failed.</exception>
    /// <exception cref="WorkflowNotFoundException">There is no such run or update.</exception>
    public new Task<TResult> ResultAsync(CancellationToken cancellationToken = default) => ResultAsync<TResult>(cancellationToken);
}
