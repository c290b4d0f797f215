using Holdfast.Protocol;

namespace Holdfast;

/// <content>Starting together with a signal or an update.</content>
public partial interface IHoldfastClient
{
    /// <summary>Signals the open run of the workflow ID, or starts one that begins with the signal: both or neither.</summary>
    /// <remarks>A conflict policy of Fail, the default, counts as UseExisting here. Sent again with the same request ID it changes nothing.</remarks>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="signal">One call of a signal handler.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="WorkflowAlreadyStartedException">A closed run of the workflow ID stands in the way of a start.</exception>
    Task<WorkflowHandle<TWorkflow, TResult>> SignalWithStartWorkflowAsync<TWorkflow, TResult>(Func<TWorkflow, Task<TResult>> call, Action<TWorkflow> signal, WorkflowOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Signals the open run of the workflow ID, or starts one that begins with the signal, whose handler is asynchronous: both or neither.</summary>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="signal">One call of a signal handler.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="WorkflowAlreadyStartedException">A closed run of the workflow ID stands in the way of a start.</exception>
    Task<WorkflowHandle<TWorkflow, TResult>> SignalWithStartWorkflowAsync<TWorkflow, TResult>(Func<TWorkflow, Task<TResult>> call, Func<TWorkflow, Task> signal, WorkflowOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Signals the open run of the workflow ID, or starts one that gives no result and begins with the signal: both or neither.</summary>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="signal">One call of a signal handler.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="WorkflowAlreadyStartedException">A closed run of the workflow ID stands in the way of a start.</exception>
    Task<WorkflowHandle<TWorkflow>> SignalWithStartWorkflowAsync<TWorkflow>(Func<TWorkflow, Task> call, Action<TWorkflow> signal, WorkflowOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Signals the open run of the workflow ID, or starts one by the name of its type that begins with the signal: both or neither.</summary>
    /// <param name="workflowType">The workflow type; 1 to 1,000 bytes of UTF-8.</param>
    /// <param name="arguments">The workflow's arguments, each serialised as what it is at run time.</param>
    /// <param name="signal">The signal's name.</param>
    /// <param name="signalArguments">The signal's arguments, each serialised as what it is at run time.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="WorkflowAlreadyStartedException">A closed run of the workflow ID stands in the way of a start.</exception>
    Task<WorkflowHandle> SignalWithStartWorkflowAsync(string workflowType, IReadOnlyList<object?> arguments, string signal, IReadOnlyList<object?> signalArguments, WorkflowOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Sends an update to the open run of the workflow ID, or starts one that begins with the update; when either cannot be, neither is.</summary>
    /// <remarks>
    /// <see cref="WorkflowOptions.IdConflictPolicy"/> decides when a run is open: UseExisting sends it the update, Fail refuses. An update that its validator refuses
    /// leaves the run that was started for it.
    /// </remarks>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <typeparam name="TResult">The workflow's result.</typeparam>
    /// <typeparam name="TUpdate">The update's result.</typeparam>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="update">One call of an update handler.</param>
    /// <param name="waitForStage">Accepted (durable; the default) or Completed.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="updateOptions">How the update is sent; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    Task<StartedWithUpdate<WorkflowHandle<TWorkflow, TResult>, UpdateHandle<TUpdate>>> UpdateWithStartWorkflowAsync<TWorkflow, TResult, TUpdate>(Func<TWorkflow, Task<TResult>> call, Func<TWorkflow, Task<TUpdate>> update, UpdateStage waitForStage = UpdateStage.Accepted, WorkflowOptions? options = null, WorkflowUpdateOptions? updateOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sends an update to the open run of the workflow ID, or starts one that gives no result and begins with the update; when either cannot be, neither is.</summary>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <typeparam name="TUpdate">The update's result.</typeparam>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="update">One call of an update handler.</param>
    /// <param name="waitForStage">Accepted (durable; the default) or Completed.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="updateOptions">How the update is sent; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    Task<StartedWithUpdate<WorkflowHandle<TWorkflow>, UpdateHandle<TUpdate>>> UpdateWithStartWorkflowAsync<TWorkflow, TUpdate>(Func<TWorkflow, Task> call, Func<TWorkflow, Task<TUpdate>> update, UpdateStage waitForStage = UpdateStage.Accepted, WorkflowOptions? options = null, WorkflowUpdateOptions? updateOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Sends an update to the open run of the workflow ID, or starts one by the name of its type that begins with the update; when either cannot be, neither is.</summary>
    /// <param name="workflowType">The workflow type; 1 to 1,000 bytes of UTF-8.</param>
    /// <param name="arguments">The workflow's arguments, each serialised as what it is at run time.</param>
    /// <param name="update">The update's name.</param>
    /// <param name="updateArguments">The update's arguments, each serialised as what it is at run time.</param>
    /// <param name="waitForStage">Accepted (durable; the default) or Completed.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="updateOptions">How the update is sent; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    Task<StartedWithUpdate<WorkflowHandle, UpdateHandle>> UpdateWithStartWorkflowAsync(string workflowType, IReadOnlyList<object?> arguments, string update, IReadOnlyList<object?> updateArguments, UpdateStage waitForStage = UpdateStage.Accepted, WorkflowOptions? options = null, WorkflowUpdateOptions? updateOptions = null, CancellationToken cancellationToken = default);

    /// <summary>A handle to an activity attempt that completes later, by the token that it handed out. Nothing is sent.</summary>
    /// <param name="taskToken">What <see cref="ActivityInfo.TaskToken"/> gave.</param>
    /// <exception cref="HoldfastException">Code HF1000 when it is no task token.</exception>
    AsyncActivityHandle GetAsyncActivityHandle(string taskToken);

    /// <summary>A handle to an activity that completes later, by its ID. Nothing is sent: whether it exists shows at the first request.</summary>
    /// <param name="workflowId">The workflow that scheduled it.</param>
    /// <param name="activityId">The activity's ID.</param>
    /// <param name="runId">The run that scheduled it; none for whichever is current.</param>
    AsyncActivityHandle GetAsyncActivityHandle(string workflowId, string activityId, RunId runId = default);
}
