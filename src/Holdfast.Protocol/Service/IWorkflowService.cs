namespace Holdfast.Protocol;

/// <summary>What clients and activities ask of the engine; the operations are Temporal's.</summary>
/// <remarks>
/// Durability: a call that changes something returns only after the change is durable. Idempotence: a request that carries a request ID may be sent again
/// and gives the same answer. Errors: <see cref="HoldfastException"/> with the codes named at each operation; <see cref="ErrorCodes.Unavailable"/> when the
/// engine is stopping and <see cref="ErrorCodes.ResourceExhausted"/> when a bounded queue is full, from any of them; <see cref="ErrorCodes.NamespaceUnknown"/>
/// and <see cref="ErrorCodes.NamespaceDeleted"/> from those that name a namespace, <see cref="ErrorCodes.NamespaceDeprecated"/> from those that start
/// workflows. Threading: safe from any thread.
/// </remarks>
public partial interface IWorkflowService
{
    /// <summary>Namespaces, and what is kept for each.</summary>
    INamespaceService Namespaces { get; }

    /// <summary>Starts a workflow.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.WorkflowAlreadyStarted"/>, <see cref="ErrorCodes.WorkflowIdReuseRefused"/>, <see cref="ErrorCodes.InvalidArgument"/>, <see cref="ErrorCodes.LimitExceeded"/>.</remarks>
    Task<StartWorkflowExecutionResponse> StartWorkflowExecutionAsync(StartWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Sends a signal to the open run of the workflow ID, or starts one that begins with the signal: both or neither.</summary>
    /// <remarks>Errors: those of a start and of a signal, without <see cref="ErrorCodes.WorkflowAlreadyStarted"/>.</remarks>
    Task<StartWorkflowExecutionResponse> SignalWithStartWorkflowExecutionAsync(SignalWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Sends an update to the open run of the workflow ID, or starts one that begins with the update; when either cannot be, neither is. Returns when both have an answer.</summary>
    /// <remarks>Errors: those of a start and of an update.</remarks>
    Task<UpdateWithStartWorkflowExecutionResponse> UpdateWithStartWorkflowExecutionAsync(UpdateWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Sends a signal to an open run.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.RunClosed"/>, <see cref="ErrorCodes.LimitExceeded"/>.</remarks>
    Task SignalWorkflowExecutionAsync(SignalWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Asks an open run to cancel. A second request is accepted and changes nothing, and so is one to a closed run.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>.</remarks>
    Task RequestCancelWorkflowExecutionAsync(RequestCancelWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Closes an open run by force; no workflow code runs.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.RunClosed"/>.</remarks>
    Task TerminateWorkflowExecutionAsync(TerminateWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a run with its history: an open one is terminated first. Returns when it is gone from memory, from the settled store and from every listing, for good;
    /// a repeated call then gives <see cref="ErrorCodes.NotFound"/>.
    /// </summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, and those of the settled store (HF212x).</remarks>
    Task DeleteWorkflowExecutionAsync(DeleteWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Pauses an open run: no workflow task and no activity attempt of it is started until it is unpaused. What runs may end; signals and timers are recorded; timeouts pass.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.RunClosed"/>, <see cref="ErrorCodes.RunPaused"/> when it is paused by another request, <see cref="ErrorCodes.LimitExceeded"/>.</remarks>
    Task PauseWorkflowExecutionAsync(PauseWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Lets a paused run go on.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.RunClosed"/>, <see cref="ErrorCodes.RunNotPaused"/>, <see cref="ErrorCodes.LimitExceeded"/>.</remarks>
    Task UnpauseWorkflowExecutionAsync(UnpauseWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Changes the priority of an open run: activities, attempts, children and successors that come later have the new one. What changes nothing leaves no event.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.RunClosed"/>, <see cref="ErrorCodes.InvalidArgument"/>, <see cref="ErrorCodes.LimitExceeded"/>.</remarks>
    Task<UpdateWorkflowExecutionOptionsResponse> UpdateWorkflowExecutionOptionsAsync(UpdateWorkflowExecutionOptionsRequest request, CancellationToken cancellationToken);

    /// <summary>Pauses, unpauses or resets pending activities of an open run, or changes their options; all that are meant in one step.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.RunClosed"/>, <see cref="ErrorCodes.ActivityNotPending"/>, <see cref="ErrorCodes.InvalidArgument"/>, <see cref="ErrorCodes.LimitExceeded"/>.</remarks>
    Task OperateActivitiesAsync(OperateActivitiesRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Starts a new run with the history of another up to a workflow task; signals and updates that came later are carried over, also from runs that continued it.
    /// The workflow's open run, if there is one, is terminated in the same step.
    /// </summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.ResetPointInvalid"/>, <see cref="ErrorCodes.LimitExceeded"/>.</remarks>
    Task<ResetWorkflowExecutionResponse> ResetWorkflowExecutionAsync(ResetWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Asks workflow code a question; leaves no trace in history. Works on closed runs too.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.QueryFailed"/>, <see cref="ErrorCodes.QueryRejected"/>, <see cref="ErrorCodes.RunPaused"/>.</remarks>
    Task<QueryWorkflowResponse> QueryWorkflowAsync(QueryWorkflowRequest request, CancellationToken cancellationToken);

    /// <summary>Sends an update and waits for the stage asked for. Idempotent on the update ID within a run: a second call attaches to the first.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.RunClosed"/>, <see cref="ErrorCodes.RunPaused"/>, <see cref="ErrorCodes.LimitExceeded"/>.</remarks>
    Task<UpdateWorkflowExecutionResponse> UpdateWorkflowExecutionAsync(UpdateWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Waits for the outcome of an update that was accepted earlier.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>.</remarks>
    Task<UpdateWorkflowExecutionResponse> PollWorkflowExecutionUpdateAsync(PollWorkflowExecutionUpdateRequest request, CancellationToken cancellationToken);

    /// <summary>Describes a run.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>.</remarks>
    Task<WorkflowExecutionDescription> DescribeWorkflowExecutionAsync(DescribeWorkflowExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Reads durable history, optionally waiting for more or for the close event (which is how a result is awaited).</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>.</remarks>
    Task<GetWorkflowExecutionHistoryResponse> GetWorkflowExecutionHistoryAsync(GetWorkflowExecutionHistoryRequest request, CancellationToken cancellationToken);

    /// <summary>Lists runs, newest first, a page at a time.</summary>
    /// <remarks>Errors: those of list filters, HF1043 and HF1050 to HF1054.</remarks>
    Task<ListWorkflowExecutionsResponse> ListWorkflowExecutionsAsync(ListWorkflowExecutionsRequest request, CancellationToken cancellationToken);

    /// <summary>Describes what goes on in a task queue: what waits, who works, which limits hold. A queue that nobody has used is empty.</summary>
    Task<TaskQueueDescription> DescribeTaskQueueAsync(DescribeTaskQueueRequest request, CancellationToken cancellationToken);

    /// <summary>Sets the limits of a task queue in place of those that its workers give, until they are set again, also over restarts.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.InvalidArgument"/>.</remarks>
    Task UpdateTaskQueueConfigAsync(UpdateTaskQueueConfigRequest request, CancellationToken cancellationToken);

    /// <summary>Counts runs.</summary>
    /// <remarks>Errors: those of list filters, HF1043 and HF1050 to HF1053.</remarks>
    Task<CountWorkflowExecutionsResponse> CountWorkflowExecutionsAsync(CountWorkflowExecutionsRequest request, CancellationToken cancellationToken);

    /// <summary>Reports that an activity attempt is alive, and learns whether it should stop.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.StaleAttempt"/>, <see cref="ErrorCodes.NotFound"/>.</remarks>
    Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatAsync(RecordActivityTaskHeartbeatRequest request, CancellationToken cancellationToken);

    /// <summary>Reports how an activity attempt ended.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.StaleAttempt"/>, <see cref="ErrorCodes.NotFound"/>.</remarks>
    Task RespondActivityTaskAsync(RespondActivityTaskRequest request, CancellationToken cancellationToken);

    /// <summary>Reports that the attempt of an activity named by its ID is alive, and learns whether it should stop.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.StaleAttempt"/>, <see cref="ErrorCodes.NotFound"/>.</remarks>
    Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatByIdAsync(RecordActivityTaskHeartbeatByIdRequest request, CancellationToken cancellationToken);

    /// <summary>Reports how the attempt of an activity named by its ID ended.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.StaleAttempt"/>, <see cref="ErrorCodes.NotFound"/>.</remarks>
    Task RespondActivityTaskByIdAsync(RespondActivityTaskByIdRequest request, CancellationToken cancellationToken);
}
