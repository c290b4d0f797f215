using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Starts workflows and finds them again.</summary>
/// <remarks>
/// A workflow is named by a lambda that calls its code, such as <c>(OrderWorkflow w) =&gt; w.RunAsync(order)</c>; the lambda is read, not run.
/// Idempotence: each call has one request ID, and what is sent again carries the same. Threading: safe from any thread. Errors of every member:
/// <see cref="HoldfastException"/> with code HF1000 or HF1006 for arguments out of range, HF3010 for a lambda that is not one call of a workflow, and HF2100 (busy) or
/// HF2101 (stopping) once <see cref="HoldfastClientOptions.RetryTimeLimit"/> has passed.
/// </remarks>
public partial interface IHoldfastClient
{
    /// <summary>The namespace of every workflow this client starts and finds.</summary>
    string Namespace { get; }

    /// <summary>Stores a large value beside the histories, read from the stream's position to its end in pieces. Pass the blob, or a value that contains it, to a workflow.</summary>
    /// <param name="content">The content; not disposed.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored.</param>
    /// <returns>The blob, which is durable.</returns>
    /// <exception cref="HoldfastException">HF2140 when the store cannot be used now; HF1006 when the content is too long; HF3105 when there is no store.</exception>
    Task<Blob> CreateBlobAsync(Stream content, CancellationToken cancellationToken = default);

    /// <summary>Opens a blob for reading, once and forwards.</summary>
    /// <param name="blob">The blob, such as a workflow's result.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A stream to dispose. The read that comes to the end throws HF2142 when the content is not what was put.</returns>
    /// <exception cref="HoldfastException">HF2140 when the store cannot be used now; HF2141 when it does not have the blob; HF3105 when there is no store.</exception>
    Task<Stream> OpenBlobAsync(Blob blob, CancellationToken cancellationToken = default);

    /// <summary>Starts a workflow that gives a result. Returns when the start is durable.</summary>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the workflow may have been started.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(Func<TWorkflow, Task<TResult>> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts a workflow that gives no result. Returns when the start is durable.</summary>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the workflow may have been started.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    Task<WorkflowHandle<TWorkflow>> StartWorkflowAsync<TWorkflow>(Func<TWorkflow, Task> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts a workflow that is a static method and gives a result. Returns when the start is durable.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the workflow may have been started.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    Task<WorkflowResultHandle<TResult>> StartWorkflowAsync<TResult>(Func<Task<TResult>> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts a workflow that is a static method and gives no result. Returns when the start is durable.</summary>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the workflow may have been started.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    Task<WorkflowHandle> StartWorkflowAsync(Func<Task> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts a workflow by the name of its type, for callers that do not know its class. Returns when the start is durable.</summary>
    /// <param name="workflowType">The workflow type; 1 to 1,000 bytes of UTF-8.</param>
    /// <param name="arguments">The arguments, each serialised as what it is at run time; a <see cref="Payload"/> is sent as it is.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait; the workflow may have been started.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    Task<WorkflowHandle> StartWorkflowAsync(string workflowType, IReadOnlyList<object?> arguments, WorkflowOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>A handle to a workflow. Nothing is sent: whether it exists shows at the first request.</summary>
    /// <param name="workflowId">The workflow ID.</param>
    /// <param name="runId">The one run to talk to; none for whichever is current.</param>
    WorkflowHandle GetWorkflowHandle(string workflowId, RunId runId = default);

    /// <summary>A handle to a workflow with typed handlers. Nothing is sent: whether it exists shows at the first request.</summary>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <param name="workflowId">The workflow ID.</param>
    /// <param name="runId">The one run to talk to; none for whichever is current.</param>
    WorkflowHandle<TWorkflow> GetWorkflowHandle<TWorkflow>(string workflowId, RunId runId = default);

    /// <summary>A handle to a workflow with typed handlers and result. Nothing is sent: whether it exists shows at the first request.</summary>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="workflowId">The workflow ID.</param>
    /// <param name="runId">The one run to talk to; none for whichever is current.</param>
    WorkflowHandle<TWorkflow, TResult> GetWorkflowHandle<TWorkflow, TResult>(string workflowId, RunId runId = default);

    /// <summary>Lists runs, newest start first, fetching pages as they are needed.</summary>
    /// <param name="filter">Which; null for every run of the namespace.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<WorkflowExecutionInfo> ListWorkflowsAsync(WorkflowListFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Lists runs by a filter, such as <c>WorkflowType = 'Order' AND Region = 'eu'</c>, newest start first, fetching pages as they are needed.</summary>
    /// <param name="filterText">The filter, as docs/guides/search-and-listing.md describes it; empty for every run of the namespace.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="HoldfastException">Code HF1043 or HF1050 to HF1053 for a filter that cannot be read, with the position.</exception>
    IAsyncEnumerable<WorkflowExecutionInfo> ListWorkflowsAsync(string filterText, CancellationToken cancellationToken = default);

    /// <summary>Counts runs by a filter, which may end with <c>GROUP BY ExecutionStatus</c> or another attribute.</summary>
    /// <param name="filterText">The filter; empty for every run of the namespace.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HoldfastException">Code HF1043 or HF1050 to HF1053 for a filter that cannot be read, with the position.</exception>
    Task<CountWorkflowExecutionsResponse> CountWorkflowsAsync(string filterText = "", CancellationToken cancellationToken = default);
}
