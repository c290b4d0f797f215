using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A workflow to talk to, whose handlers are called by lambdas such as <c>w =&gt; w.Approve(true)</c>.</summary>
/// <remarks>Each lambda must be one call of a handler of the workflow; it is read, not run. <see cref="HoldfastException"/> with code HF3010 when it is anything else.</remarks>
/// <typeparam name="TWorkflow">The workflow class.</typeparam>
public class WorkflowHandle<TWorkflow> : WorkflowHandle
{
    internal WorkflowHandle(ClientCalls calls, WorkflowTarget target)
        : base(calls, target)
    {
    }

    /// <summary>Sends a signal. Returns when it is durable, not when it is handled.</summary>
    /// <param name="call">One call of a signal handler.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="cancellationToken">Ends the wait; the signal may have been taken.</param>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task SignalAsync(Action<TWorkflow> call, WorkflowSignalOptions? options = null, CancellationToken cancellationToken = default) =>
        SignalAsync(CallCapture.Read(call, CallKind.Signal), options, cancellationToken);

    /// <summary>Sends a signal. Returns when it is durable, not when it is handled.</summary>
    /// <param name="call">One call of a signal handler.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="cancellationToken">Ends the wait; the signal may have been taken.</param>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task SignalAsync(Func<TWorkflow, Task> call, WorkflowSignalOptions? options = null, CancellationToken cancellationToken = default) =>
        SignalAsync(CallCapture.Read(call, CallKind.Signal), options, cancellationToken);

    /// <summary>Sends a signal. Returns when it is durable, not when it is handled.</summary>
    /// <param name="call">One call of a signal handler.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="cancellationToken">Ends the wait; the signal may have been taken.</param>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task SignalAsync(Func<TWorkflow, ValueTask> call, WorkflowSignalOptions? options = null, CancellationToken cancellationToken = default) =>
        SignalAsync(CallCapture.Read(call, CallKind.Signal), options, cancellationToken);

    /// <summary>Asks a query. Works on closed runs too.</summary>
    /// <typeparam name="TResult">The answer's type.</typeparam>
    /// <param name="call">One call of a query handler.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="WorkflowQueryFailedException">The handler threw.</exception>
    public Task<TResult> QueryAsync<TResult>(Func<TWorkflow, TResult> call, CancellationToken cancellationToken = default) =>
        QueryAsync(call, new WorkflowQueryOptions(), cancellationToken);

    /// <summary>Asks a query, unless the run is in a state that the options refuse.</summary>
    /// <typeparam name="TResult">The answer's type.</typeparam>
    /// <param name="call">One call of a query handler.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="WorkflowQueryFailedException">The handler threw.</exception>
    /// <exception cref="WorkflowQueryRejectedException">The run is in a state that the options refuse.</exception>
    public async Task<TResult> QueryAsync<TResult>(Func<TWorkflow, TResult> call, WorkflowQueryOptions options, CancellationToken cancellationToken = default)
    {
        var captured = CallCapture.Read(call, CallKind.Query);
        var result = await Calls.Chain.QueryWorkflowAsync(new QueryWorkflowInput(Execution, captured.Name, captured.Arguments, options), cancellationToken);
        return ResultValue.Read<TResult>(result, Calls.ConverterOf(Id));
    }

    /// <summary>Sends an update and waits for its result.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="call">One call of an update handler.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="cancellationToken">Ends the wait; the update may have been taken.</param>
    /// <exception cref="WorkflowUpdateFailedException">The validator refused it, or the handler failed.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public async Task<TResult> ExecuteUpdateAsync<TResult>(Func<TWorkflow, Task<TResult>> call, WorkflowUpdateOptions? options = null, CancellationToken cancellationToken = default)
    {
        var handle = await StartUpdateAsync(call, UpdateStage.Completed, options, cancellationToken);
        return await handle.ResultAsync(cancellationToken);
    }

    /// <summary>Sends an update and waits until its handler has ended.</summary>
    /// <param name="call">One call of an update handler.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="cancellationToken">Ends the wait; the update may have been taken.</param>
    /// <exception cref="WorkflowUpdateFailedException">The validator refused it, or the handler failed.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public async Task ExecuteUpdateAsync(Func<TWorkflow, Task> call, WorkflowUpdateOptions? options = null, CancellationToken cancellationToken = default)
    {
        var handle = await StartUpdateAsync(call, UpdateStage.Completed, options, cancellationToken);
        await handle.ResultAsync(cancellationToken);
    }

    /// <summary>Sends an update and waits for a stage of it.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="call">One call of an update handler.</param>
    /// <param name="waitForStage">Accepted (durable; the default) or Completed.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="cancellationToken">Ends the wait; the update may have been taken.</param>
    /// <returns>A handle that gives the outcome. An update that the validator refused gives its failure there.</returns>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public async Task<UpdateHandle<TResult>> StartUpdateAsync<TResult>(Func<TWorkflow, Task<TResult>> call, UpdateStage waitForStage = UpdateStage.Accepted, WorkflowUpdateOptions? options = null, CancellationToken cancellationToken = default)
    {
        var captured = CallCapture.Read(call, CallKind.Update);
        return new UpdateHandle<TResult>(Calls, Id, await SendUpdateAsync(captured, waitForStage, options, cancellationToken));
    }

    /// <summary>Sends an update and waits for a stage of it.</summary>
    /// <param name="call">One call of an update handler.</param>
    /// <param name="waitForStage">Accepted (durable; the default) or Completed.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="cancellationToken">Ends the wait; the update may have been taken.</param>
    /// <returns>A handle that gives the outcome. An update that the validator refused gives its failure there.</returns>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public async Task<UpdateHandle> StartUpdateAsync(Func<TWorkflow, Task> call, UpdateStage waitForStage = UpdateStage.Accepted, WorkflowUpdateOptions? options = null, CancellationToken cancellationToken = default)
    {
        var captured = CallCapture.Read(call, CallKind.Update);
        return new UpdateHandle(Calls, Id, await SendUpdateAsync(captured, waitForStage, options, cancellationToken));
    }

    private Task SignalAsync(CapturedCall captured, WorkflowSignalOptions? options, CancellationToken cancellationToken) =>
        Calls.SignalAsync(new SignalWorkflowInput(Execution, captured.Name, captured.Arguments, options ?? new()), cancellationToken);

    private Task<SentUpdate> SendUpdateAsync(CapturedCall captured, UpdateStage waitForStage, WorkflowUpdateOptions? options, CancellationToken cancellationToken) =>
        Calls.StartUpdateAsync(new UpdateWorkflowInput(Execution, captured.Name, captured.Arguments, options ?? new(), waitForStage), cancellationToken);
}
