using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>An update that was sent, whose outcome can be awaited.</summary>
/// <remarks>Threading: safe from any thread.</remarks>
public class UpdateHandle
{
    private readonly ClientCalls calls;
    private readonly WorkflowExecution execution;
    private volatile UpdateWorkflowExecutionResponse? completed;

    internal UpdateHandle(ClientCalls calls, string workflowId, SentUpdate sent)
        : this(calls, new WorkflowExecution(workflowId, sent.Response.RunId), sent.UpdateId) =>
        completed = sent.Response.Stage == UpdateStage.Completed ? sent.Response : null;

    internal UpdateHandle(ClientCalls calls, WorkflowExecution execution, string updateId)
    {
        RequestText.Require(updateId, "The update ID");
        this.calls = calls;
        this.execution = execution;
        Id = updateId;
    }

    /// <summary>The update's ID.</summary>
    public string Id { get; }

    /// <summary>The workflow ID.</summary>
    public string WorkflowId => execution.WorkflowId;

    /// <summary>The run that took the update; <see cref="RunId.None"/> when the handle was made without knowing it.</summary>
    public RunId RunId => execution.RunId;

    /// <summary>Waits until the handler has ended. At once when the outcome is known already.</summary>
    /// <param name="cancellationToken">Ends the wait, not the update.</param>
    /// <exception cref="WorkflowUpdateFailedException">The validator refused it, or the handler failed.</exception>
    /// <exception cref="WorkflowNotFoundException">There is no such run or update.</exception>
    public async Task ResultAsync(CancellationToken cancellationToken = default) => _ = await OutcomeAsync(cancellationToken);

    /// <summary>Waits for the result. At once when the outcome is known already.</summary>
    /// <typeparam name="TResult">The result's type; <see cref="Payload"/> gives it undecoded.</typeparam>
    /// <param name="cancellationToken">Ends the wait, not the update.</param>
    /// <exception cref="WorkflowUpdateFailedException">The validator refused it, or the handler failed.</exception>
    /// <exception cref="WorkflowNotFoundException">There is no such run or update.</exception>
    public async Task<TResult> ResultAsync<TResult>(CancellationToken cancellationToken = default) =>
        ResultValue.Read<TResult>(await OutcomeAsync(cancellationToken), calls.ConverterOf(WorkflowId));

    private async Task<Payloads> OutcomeAsync(CancellationToken cancellationToken)
    {
        completed ??= await calls.Chain.PollWorkflowUpdateAsync(new PollUpdateInput(execution, Id), cancellationToken);
        return UpdateResult.Read(calls, WorkflowId, Id, completed);
    }
}
