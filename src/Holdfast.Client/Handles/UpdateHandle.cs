using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>An update that was sent, whose outcome can be awaited.</summary>
/// <remarks>Threading: safe from any thread.</remarks>
public class UpdateHandle
{
    private readonly ClientCalls _calls;
    private readonly WorkflowExecution _execution;
    private volatile UpdateWorkflowExecutionResponse? _completed;

    internal UpdateHandle(ClientCalls calls, string workflowId, SentUpdate sent)
        : this(calls, new WorkflowExecution(workflowId, sent.Response.RunId), sent.UpdateId) =>
        _completed = sent.Response.Stage == UpdateStage.Completed ? sent.Response : null;

    internal UpdateHandle(ClientCalls calls, WorkflowExecution execution, string updateId)
    {
        RequestText.Require(updateId, "The update ID");
        _calls = calls;
        _execution = execution;
        Id = updateId;
    }

    /// <summary>The update's ID.</summary>
    public string Id { get; }

    /// <summary>The workflow ID.</summary>
    public string WorkflowId => _execution.WorkflowId;

    /// <summary>The run that took the update; <see cref="RunId.None"/> when the handle was made without knowing it.</summary>
    public RunId RunId => _execution.RunId;

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
        ResultValue.Read<TResult>(await OutcomeAsync(cancellationToken), _calls.ConverterOf(WorkflowId));

    private async Task<Payloads> OutcomeAsync(CancellationToken cancellationToken)
    {
        _completed ??= await _calls.Chain.PollWorkflowUpdateAsync(new PollUpdateInput(_execution, Id), cancellationToken);
        return UpdateResult.Read(_calls, WorkflowId, Id, _completed);
    }
}
