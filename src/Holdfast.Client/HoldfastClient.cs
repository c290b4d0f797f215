using System.Runtime.CompilerServices;
using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Starts workflows and finds them again, through an engine in this process or elsewhere.</summary>
/// <remarks>Cheap to make and to keep; holds no connection of its own. Threading: safe from any thread.</remarks>
public sealed partial class HoldfastClient : IHoldfastClient
{
    private readonly ClientCalls _calls;
    private readonly IBlobStore? _blobs;

    /// <summary>Creates a client.</summary>
    /// <param name="service">The engine.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="HoldfastException">Code HF1000 or HF1006 when a setting is out of range, naming it.</exception>
    public HoldfastClient(IWorkflowService service, HoldfastClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        options ??= new HoldfastClientOptions();
        _calls = new ClientCalls(service, options);
        _blobs = options.BlobStore;
    }

    /// <inheritdoc/>
    public string Namespace => _calls.Namespace;

    /// <inheritdoc/>
    public Task<Blob> CreateBlobAsync(Stream content, CancellationToken cancellationToken = default) => BlobAccess.CreateAsync(_blobs, content, cancellationToken);

    /// <inheritdoc/>
    public Task<Stream> OpenBlobAsync(Blob blob, CancellationToken cancellationToken = default) => BlobAccess.OpenAsync(_blobs, blob, cancellationToken);

    /// <inheritdoc/>
    public async Task<WorkflowHandle<TWorkflow, TResult>> StartWorkflowAsync<TWorkflow, TResult>(Func<TWorkflow, Task<TResult>> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default) =>
        new(_calls, await StartAsync(CallCapture.Read(call, CallKind.Workflow), options, cancellationToken));

    /// <inheritdoc/>
    public async Task<WorkflowHandle<TWorkflow>> StartWorkflowAsync<TWorkflow>(Func<TWorkflow, Task> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default) =>
        new(_calls, await StartAsync(CallCapture.Read(call, CallKind.Workflow), options, cancellationToken));

    /// <inheritdoc/>
    public async Task<WorkflowResultHandle<TResult>> StartWorkflowAsync<TResult>(Func<Task<TResult>> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default) =>
        new(_calls, await StartAsync(CallCapture.Read(call, CallKind.Workflow), options, cancellationToken));

    /// <inheritdoc/>
    public async Task<WorkflowHandle> StartWorkflowAsync(Func<Task> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default) =>
        new(_calls, await StartAsync(CallCapture.Read(call, CallKind.Workflow), options, cancellationToken));

    /// <inheritdoc/>
    public async Task<WorkflowHandle> StartWorkflowAsync(string workflowType, IReadOnlyList<object?> arguments, WorkflowOptions? options = null, CancellationToken cancellationToken = default) =>
        new(_calls, await StartAsync(workflowType, UntypedArgument.ListOf(arguments), options, cancellationToken));

    /// <inheritdoc/>
    public WorkflowHandle GetWorkflowHandle(string workflowId, RunId runId = default) => new(_calls, WorkflowTarget.Of(workflowId, runId));

    /// <inheritdoc/>
    public WorkflowHandle<TWorkflow> GetWorkflowHandle<TWorkflow>(string workflowId, RunId runId = default) => new(_calls, WorkflowTarget.Of(workflowId, runId));

    /// <inheritdoc/>
    public WorkflowHandle<TWorkflow, TResult> GetWorkflowHandle<TWorkflow, TResult>(string workflowId, RunId runId = default) => new(_calls, WorkflowTarget.Of(workflowId, runId));

    /// <inheritdoc/>
    public async IAsyncEnumerable<WorkflowExecutionInfo> ListWorkflowsAsync(WorkflowListFilter? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        filter ??= new WorkflowListFilter();
        filter.Validate();
        string? pageToken = null;
        do
        {
            var page = await _calls.Chain.ListWorkflowsPageAsync(new ListWorkflowsPageInput(filter, pageToken), cancellationToken);
            foreach (var execution in page.Executions)
            {
                yield return execution;
            }

            pageToken = page.NextPageToken;
        }
        while (pageToken is not null);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<WorkflowExecutionInfo> ListWorkflowsAsync(string filterText, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filterText);
        return ListWorkflowsAsync(new WorkflowListFilter { Text = filterText }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<CountWorkflowExecutionsResponse> CountWorkflowsAsync(string filterText = "", CancellationToken cancellationToken = default) => _calls.Chain.CountWorkflowsAsync(new CountWorkflowsInput(filterText), cancellationToken);

    private Task<WorkflowTarget> StartAsync(CapturedCall captured, WorkflowOptions? options, CancellationToken cancellationToken) =>
        StartAsync(captured.Name, captured.Arguments, options, cancellationToken);

    private async Task<WorkflowTarget> StartAsync(string workflowType, IReadOnlyList<CallArgument> arguments, WorkflowOptions? options, CancellationToken cancellationToken) =>
        WorkflowTarget.Of(await _calls.StartAsync(new StartWorkflowInput(workflowType, arguments, options ?? new WorkflowOptions()), cancellationToken));
}
