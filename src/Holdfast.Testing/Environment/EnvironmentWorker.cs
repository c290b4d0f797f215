using System.Collections.Concurrent;
using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Testing;

/// <summary>The worker of a process: its workflows, its activities, and the mocks that stand for some of them.</summary>
internal sealed class EnvironmentWorker : IActivityTaskHandler, IAsyncDisposable
{
    private readonly ConcurrentDictionary<ActivityRegistration, ActivityTaskHandler> _mockHandlers = new(ReferenceEqualityComparer.Instance);
    private readonly List<IDisposable> _registrations = [];
    private readonly EnvironmentProcess _process;
    private readonly WorkflowEnvironmentOptions _options;
    private readonly WorkerHandlers _handlers;
    private readonly ActivityMocks _mocks;
    private readonly Func<ActivityRegistration, ActivityTaskHandler> _newMockHandler;
    private readonly IAsyncDisposable _services;

    public EnvironmentWorker(EnvironmentProcess process, WorkflowEnvironmentOptions options, WorkerHandlers handlers, ActivityMocks mocks, Func<ActivityRegistration, ActivityTaskHandler> newMockHandler, IAsyncDisposable services)
    {
        _process = process;
        _options = options;
        _handlers = handlers;
        _mocks = mocks;
        _newMockHandler = newMockHandler;
        _services = services;
    }

    private IEnumerable<ActivityTaskHandler> ActivityHandlers => [_handlers.Activities, .. _mockHandlers.Values];

    /// <summary>Registers the worker for every task queue.</summary>
    public void Register(IWorkerService engine)
    {
        _handlers.Workflows.ForeignContinuation += (_, touched) => _process.ForceWorkflowTask(touched.Workflow, touched.RunId);
        foreach (var taskQueue in _options.TaskQueues)
        {
            _registrations.Add(engine.RegisterWorker(_handlers.Registration with { TaskQueue = taskQueue, Activities = this }));
        }
    }

    /// <inheritdoc/>
    public void Start(ActivityTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        _process.Attempts.Add(task.Activity);
        var handler = _mocks.Find(task.ActivityType) is { } mock ? _mockHandlers.GetOrAdd(mock, _newMockHandler) : _handlers.Activities;
        handler.Start(task);
    }

    /// <inheritdoc/>
    public void Cancel(ActivityRef activity, ActivityCancelReason reason)
    {
        foreach (var handler in ActivityHandlers)
        {
            handler.Cancel(activity, reason);
        }
    }

    /// <summary>Tells the attempts under way to stop, and does not wait for them: they may be waiting for what never comes.</summary>
    public async ValueTask DisposeAsync()
    {
        _registrations.ForEach(static r => r.Dispose());
        foreach (var handler in ActivityHandlers)
        {
            using CancellationTokenSource doNotWait = new();
            var shutdown = handler.ShutdownAsync(doNotWait.Token);
            await doNotWait.CancelAsync();
            await shutdown.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            handler.Dispose();
        }

        using CancellationTokenSource gaveUp = new();
        var ofLocal = _handlers.LocalActivities.ShutdownAsync(gaveUp.Token);
        await gaveUp.CancelAsync();
        await ofLocal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _handlers.Dispose();
        await _services.DisposeAsync();
    }
}
