using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Holdfast.Definitions;
using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Testing;

/// <summary>Replays stored histories against today's workflow code: whether runs that are under way will follow it is known before it is deployed.</summary>
/// <remarks>Threading: once everything is added, safe from any thread.</remarks>
public sealed partial class WorkflowReplayer
{
    /// <summary>What a workflow task can fail with by Holdfast's own account.</summary>
    private static readonly ErrorCode[] CodesOfTasks =
    [
        ErrorCodes.NonDeterminism, ErrorCodes.ForbiddenCall, ErrorCodes.NotRegistered, ErrorCodes.WorkflowDeadlock, ErrorCodes.NotInWorkflow, ErrorCodes.ReadOnly,
        ErrorCodes.CallNotCaptured, ErrorCodes.ConversionFailed, ErrorCodes.ArgumentMissing, ErrorCodes.EncryptionKeyUnknown, ErrorCodes.PayloadCodecFailed, ErrorCodes.PayloadExpandsTooFar,
        ErrorCodes.BlobStoreMissing, ErrorCodes.LimitExceeded, ErrorCodes.CorruptData, ErrorCodes.InvariantBroken,
    ];

    private readonly List<WorkflowDefinition> _workflows = [];

    /// <summary>How the code is run: data converter, exception types that end a workflow, loggers.</summary>
    public WorkflowTaskHandlerOptions Options { get; init; } = new();

    /// <summary>The namespace of the runs, for code that reads it and payloads that are bound to it. Default "default".</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>Where values lie that are too large for the history; see docs/guides/large-payloads.md. Default null: a history that refers to such values can be replayed only when it comes from a client that has the store.</summary>
    public IBlobStore? BlobStore { get; init; }

    /// <summary>Adds every workflow of an assembly that uses the Holdfast generator.</summary>
    public WorkflowReplayer AddAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        _workflows.AddRange(DefinitionCatalog.Of(assembly).Workflows);
        return this;
    }

    /// <summary>Adds the workflows that a type declares.</summary>
    /// <typeparam name="T">The workflow class.</typeparam>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NotRegistered"/> when it declares none.</exception>
    public WorkflowReplayer AddWorkflow<T>()
    {
        var found = DefinitionCatalog.Of(typeof(T).Assembly).Workflows.Where(w => w.DeclaringType == typeof(T)).ToList();
        if (found.Count == 0)
        {
            throw new HoldfastException(ErrorCodes.NotRegistered, $"{typeof(T)} declares no workflow. Either it lacks the attribute, or its project is built without the Holdfast generator.");
        }

        _workflows.AddRange(found);
        return this;
    }

    /// <summary>Replays a history from its first event and throws when the code does not follow it.</summary>
    /// <param name="history">All events of one run, in order, such as <see cref="WorkflowHandle.FetchHistoryAsync"/> gives them.</param>
    /// <param name="workflowId">The run's workflow ID, for code that reads it. Default "replay".</param>
    /// <param name="runId">The run, for code that reads it or uses <c>Workflow.Random</c>: random numbers come from it. Default: none.</param>
    /// <remarks>With a <see cref="BlobStore"/>, the call blocks while the values are read that lie there; <see cref="ReplayAsync(IReadOnlyList{HistoryEvent}, string, RunId, CancellationToken)"/> does not.</remarks>
    /// <exception cref="HoldfastException">What the worker's task would fail with: <see cref="ErrorCodes.NonDeterminism"/>, <see cref="ErrorCodes.ForbiddenCall"/>, <see cref="ErrorCodes.NotRegistered"/> or whatever the code threw; <see cref="ErrorCodes.InvalidArgument"/> when the list is not a history.</exception>
    public void Replay(IReadOnlyList<HistoryEvent> history, string workflowId = "replay", RunId runId = default)
    {
        if (TryReplay(history, workflowId, runId) is { } error)
        {
            throw error;
        }
    }

    /// <summary>Replays a history from its first event.</summary>
    /// <param name="history">All events of one run, in order.</param>
    /// <param name="workflowId">The run's workflow ID.</param>
    /// <param name="runId">The run.</param>
    /// <returns>Why the code does not follow; null when it does.</returns>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the list is not a history; or the blob store does not have, or cannot give, a value.</exception>
    [SuppressMessage("Usage", "VSTHRD002:Avoid problematic synchronous waits", Justification = "The reading runs on the thread pool, under nobody's context.")]
    public HoldfastException? TryReplay(IReadOnlyList<HistoryEvent> history, string workflowId = "replay", RunId runId = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Run(NeedsStore(history) ? Task.Run(() => RestoredAsync(history, CancellationToken.None)).GetAwaiter().GetResult() : history, workflowId, runId);
    }

    /// <summary>Replays a history from its first event, once the values are read that lie in the <see cref="BlobStore"/>; throws when the code does not follow.</summary>
    /// <param name="history">All events of one run, in order.</param>
    /// <param name="workflowId">The run's workflow ID.</param>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="HoldfastException">As <see cref="Replay"/>.</exception>
    public async Task ReplayAsync(IReadOnlyList<HistoryEvent> history, string workflowId = "replay", RunId runId = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (Run(await RestoredAsync(history, cancellationToken), workflowId, runId) is { } error)
        {
            throw error;
        }
    }

    private HoldfastException? Run(IReadOnlyList<HistoryEvent> history, string workflowId, RunId runId)
    {
        if (history is not [{ EventId: 1, Attributes: WorkflowExecutionStarted started }, ..])
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, "The list does not begin with event 1, WorkflowExecutionStarted. Give every event of one run, in order.");
        }

        WorkflowTaskHandler handler = new(_workflows, Options with { CachedRuns = 0 });
        var result = handler.Execute(ReplayedTask.Of(history, started.WorkflowType, new WorkflowKey(Namespace, workflowId), runId));
        return result is WorkflowTaskResult.Failed failed ? Error(FailureConverter.ToException(failed.Failure, Options.DataConverter.ForWorkflow(Namespace, workflowId, started.WorkflowType))) : null;
    }

    /// <summary>Fetches the history of a run as it is now and replays it; throws when the code does not follow it.</summary>
    /// <param name="handle">The run; of a handle without a run ID, the current one.</param>
    /// <param name="cancellationToken">Ends the fetching.</param>
    /// <exception cref="HoldfastException">As <see cref="Replay"/>.</exception>
    public async Task ReplayAsync(WorkflowHandle handle, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var run = (await handle.DescribeAsync(cancellationToken)).Info.Execution;
        List<HistoryEvent> history = [];
        await foreach (var historyEvent in handle.FetchRestoredHistoryAsync(cancellationToken))
        {
            history.Add(historyEvent);
        }

        await ReplayAsync(history, run.WorkflowId, run.RunId, cancellationToken);
    }

    private bool NeedsStore(IReadOnlyList<HistoryEvent> history) => BlobStore is not null && history.Any(static e => ExternalPayloads.HasReferences(e, EventPayloads.Rewrite));

    private async Task<IReadOnlyList<HistoryEvent>> RestoredAsync(IReadOnlyList<HistoryEvent> history, CancellationToken cancellationToken)
    {
        if (ExternalPayloads.Of(BlobStore, ExternalPayloadOptions.Default) is not { } external)
        {
            return history;
        }

        List<HistoryEvent> restored = new(history.Count);
        foreach (var historyEvent in history)
        {
            restored.Add(await external.FetchAsync(historyEvent, EventPayloads.Rewrite, cancellationToken));
        }

        return restored;
    }

    private static HoldfastException Error(Exception failure)
    {
        var message = failure.Message;
        foreach (var code in CodesOfTasks)
        {
            if (message.StartsWith($"{code}: ", StringComparison.Ordinal))
            {
                return new HoldfastException(code, message[$"{code}: ".Length..]);
            }
        }

        return new HoldfastException(ErrorCodes.WorkflowFailed, message);
    }
}
