using System.Collections.Concurrent;
using Holdfast.Definitions;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>Runs workflow tasks: replays or resumes the run's code, and gives the commands that it asks for.</summary>
/// <remarks>
/// Threading: as <see cref="IWorkflowTaskHandler"/>; all code of a task runs on the calling thread. A run whose state is cached resumes at once; any other is
/// rebuilt from its history. A failed task drops the cached state.
/// </remarks>
public sealed class WorkflowTaskHandler : IWorkflowTaskHandler
{
    /// <summary>Asks a history source for all there is.</summary>
    private const long EveryEvent = long.MaxValue;

    private readonly Dictionary<string, WorkflowDefinition> _definitions;
    private readonly WorkflowDefinition? _dynamicDefinition;
    private readonly RunCache _cache;
    private readonly CacheInstruments? _instruments;
    private readonly WorkflowSettings _settings;

    /// <summary>What was read ahead, so that reading is not left out as useless.</summary>
    private long _read;

    /// <summary>Runs whose local activities are under way. Not part of the cache: without them the local activities would run again.</summary>
    private readonly ConcurrentDictionary<RunId, WorkflowRun> _atWork = new();

    /// <summary>Creates the handler.</summary>
    /// <param name="workflows">The workflows that it runs.</param>
    /// <param name="options">Limits and services.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.DuplicateName"/> when two workflows have one name; <see cref="ErrorCodes.InvalidArgument"/> when an option is out of range.</exception>
    public WorkflowTaskHandler(IEnumerable<WorkflowDefinition> workflows, WorkflowTaskHandlerOptions? options = null)
    {
        options ??= new WorkflowTaskHandlerOptions();
        options.Validate();
        var all = workflows.ToList();
        _definitions = DefinitionNames.Index("workflows", all.Where(w => !w.IsDynamic), w => w.Name, w => w.DeclaringType);
        _dynamicDefinition = DefinitionNames.OnlyDynamic("workflows", all.Where(w => w.IsDynamic), w => w.DeclaringType);
        _instruments = options.CacheInstruments;
        _cache = new RunCache(options.CachedRuns, _instruments);
        _instruments?.Watch(_cache);
        Watch = new ActivationWatch(options.TimeProvider, options.DeadlockTimeout);
        _settings = new WorkflowSettings
        {
            DataConverter = options.DataConverter,
            LoggerFactory = options.LoggerFactory,
            Logger = options.LoggerFactory.CreateLogger<WorkflowTaskHandler>(),
            LocalActivities = options.LocalActivities,
            TimeProvider = options.TimeProvider,
            Interceptors = options.Interceptors,
            UserMeter = options.UserMeter,
            FailurePolicy = new FailurePolicy(options.WorkflowFailureTypes),
            PatchActivation = options.PatchActivation,
            PayloadSizes = new PayloadSizeCheck(options.PayloadLimits, options.LoggerFactory.CreateLogger<WorkflowTaskHandler>(), options.External),
            InlineSizes = new PayloadSizeCheck(options.PayloadLimits, options.LoggerFactory.CreateLogger<WorkflowTaskHandler>()),
            ForeignContinuation = (workflow, runId) => ForeignContinuation?.Invoke(this, new ForeignContinuationEventArgs(workflow, runId)),
        };
    }

    /// <summary>
    /// Raised, from any thread, when something outside a workflow's scheduler tried to continue its code. The run's next task fails; a runtime that gives it one
    /// now makes the error show at once.
    /// </summary>
    public event EventHandler<ForeignContinuationEventArgs>? ForeignContinuation;

    /// <summary>The workflow tasks that are running, for a watchdog.</summary>
    public ActivationWatch Watch { get; }

    /// <summary>Number of runs whose code state is kept.</summary>
    public int CachedRunCount => _cache.Count;

    /// <summary>Names of the workflow types that it runs, those of a catch-all workflow left out.</summary>
    public IReadOnlyCollection<string> WorkflowTypes => _definitions.Keys;

    /// <summary>True when it runs any workflow at all.</summary>
    public bool HasWorkflows => _definitions.Count > 0 || _dynamicDefinition is not null;

    /// <inheritdoc/>
    public WorkflowTaskResult Execute(WorkflowTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (DefinitionOf(task.WorkflowType) is not { } definition)
        {
            return Fail(task, null, HandlerErrors.WorkflowNotRegistered(task.WorkflowType, _definitions.Keys));
        }

        var watched = Watch.Begin(task);
        using var probe = _settings.Suspects.Contains(task.RunId) ? ForeignCallProbe.Open() : null;
        WorkflowRun? run = null;
        try
        {
            run = Resume(task, definition, out var events);
            probe?.Watch(run.Scheduler);
            var walk = new HistoryWalk(run, events);
            walk.Go(task.Updates, isLive: task.Query is null);
            return Finish(null, task, run, walk, probe, watched);
        }
        catch (Exception exception)
        {
            return Fail(task, run, exception);
        }
        finally
        {
            Watch.End(watched, out _);
        }
    }

    /// <inheritdoc/>
    public void Evict(RunId runId) => Take(runId)?.LocalActivitiesInUse?.Abandon();

    /// <inheritdoc/>
    public void ReadAhead(ReadOnlySpan<RunId> runIds)
    {
        Span<WorkflowRun?> room = [null, null, null, null, null, null, null, null];
        while (!runIds.IsEmpty)
        {
            var found = room[..Math.Min(runIds.Length, room.Length)];
            _cache.Find(runIds[..found.Length], found);
            ReadAhead(found);
            runIds = runIds[found.Length..];
        }
    }

    /// <summary>True when the run's code state is kept and stopped where the task begins, so that its history is not read.</summary>
    internal bool CanResume(WorkflowTask task) =>
        (_atWork.TryGetValue(task.RunId, out var run) ? run : _cache.Find(task.RunId)) is { } kept && kept.Position.CanResume(task.PreviousStartedEventId);

    private WorkflowDefinition? DefinitionOf(string workflowType) =>
        _definitions.TryGetValue(workflowType, out var definition) ? definition : _dynamicDefinition is null ? null : _dynamicDefinition with { Name = workflowType };

    /// <summary>Goes on with a task whose code waited for local activities.</summary>
    internal WorkflowTaskResult Continue(SuspendedTask suspended)
    {
        var (task, run) = (suspended.Task, suspended.Run);
        var watched = Watch.Begin(task);
        try
        {
            run.LocalActivities.DeliverEnded();
            return Finish(suspended, task, run, suspended.Walk, null, watched);
        }
        catch (Exception exception)
        {
            suspended.Dispose();
            return Fail(task, run, exception);
        }
        finally
        {
            Watch.End(watched, out _);
        }
    }

    private WorkflowTaskResult Finish(SuspendedTask? suspended, WorkflowTask task, WorkflowRun run, HistoryWalk walk, ForeignCallProbe? probe, ActivationWatch.Entry watched)
    {
        var answer = task.Query is null || run.TaskFailure is not null ? null : QueryRoutine.Answer(run, task.Query);
        TaskGuard.Check(run, probe);
        if (Watch.End(watched, out var elapsed))
        {
            throw new HoldfastException(ErrorCodes.WorkflowDeadlock, $"Workflow '{run.Definition.Name}' ran for {elapsed.TotalSeconds:F1} s without coming to a wait. It is blocked (Thread.Sleep, Task.Wait, .Result, a lock) or computes for too long: await instead, and move long computations into an activity.");
        }

        if (run.TaskFailure is { } failure)
        {
            suspended?.Dispose();
            return Fail(task, run, failure);
        }

        if (task.Query is null)
        {
            CommandSizes.Require(_settings.PayloadSizes, task, walk.Commands);
        }

        _settings.Suspects.Remove(task.RunId);
        if (walk.IsSuspended && run.WaitsForLocalActivities && !run.LocalActivities.Inbox.IsHeartbeatDue)
        {
#pragma warning disable CA2000 // it lives until its task ends, here or in Continue
            return Suspend(suspended ?? new SuspendedTask(this, task, run, walk));
#pragma warning restore CA2000
        }

        suspended?.Dispose();
        if (answer is not null)
        {
            if (run.Trace is null)
            {
                Keep(run);
            }

            return answer;
        }

        return Complete(run, walk);
    }

    private WorkflowTaskResult.Suspended Suspend(SuspendedTask suspended)
    {
        _atWork[suspended.Run.RunId] = suspended.Run;
        return new WorkflowTaskResult.Suspended(suspended);
    }

    private WorkflowTaskResult.Completed Complete(WorkflowRun run, HistoryWalk walk)
    {
        if (walk.IsSuspended)
        {
            walk.Complete();
        }

        return new WorkflowTaskResult.Completed(walk.Commands, Keep(run));
    }

    /// <summary>Keeps the run's code state; true when its local activities are still under way.</summary>
    private bool Keep(WorkflowRun run)
    {
        if (run.WaitsForLocalActivities)
        {
            _atWork[run.RunId] = run;
            return true;
        }

        _atWork.TryRemove(run.RunId, out _);
        _cache.Put(run);
        return false;
    }

    private WorkflowRun? Take(RunId runId) => _atWork.TryRemove(runId, out var run) ? run : _cache.Take(runId);

    /// <summary>One level of objects at a time, for all runs: what does not depend on one another is read at the same time.</summary>
    private void ReadAhead(ReadOnlySpan<WorkflowRun?> runs)
    {
        var sum = 0L;
        foreach (var run in runs)
        {
            sum += run?.ReadAhead() ?? 0;
        }

        foreach (var run in runs)
        {
            sum += run?.Commands.ReadAhead() ?? 0;
        }

        foreach (var run in runs)
        {
            sum += run?.Commands.ReadFurtherAhead() ?? 0;
        }

        _read = sum;
    }

    /// <summary>The run's code state and the events that it has not seen: the cached one when it stopped where this task begins, else a new one with the whole history.</summary>
    private WorkflowRun Resume(WorkflowTask task, WorkflowDefinition definition, out IReadOnlyList<HistoryEvent> events)
    {
        var isTraced = task.Query is { } query && BuiltInQueries.NeedsTrace(query.QueryType);
        var cached = isTraced ? null : Take(task.RunId);
        if (cached is not null && cached.Position.TryResume(task.PreviousStartedEventId))
        {
            events = task.NewEvents;
            _instruments?.Hit();
            return cached;
        }

        cached?.LocalActivitiesInUse?.Abandon();

        events = (task.PreviousStartedEventId, task.Query) switch
        {
            (0, null) => task.NewEvents,
            (_, null) => task.History.Read(task.StartedEventId),
            _ => HistoryForQuery.Read(task, EveryEvent),
        };
        NoteMiss(task);
        WorkflowLog.Replaying(_settings.Logger, task.RunId, task.WorkflowType, task.Workflow.WorkflowId, events.Count);
        return new WorkflowRun(_settings, definition, task.Workflow, task.RunId) { Trace = isTraced ? new WaitTrace() : null };
    }

    /// <summary>The first task of a run can find nothing: that is no miss.</summary>
    private void NoteMiss(WorkflowTask task)
    {
        if (task.PreviousStartedEventId != 0)
        {
            _instruments?.Missed();
        }
    }

    private WorkflowTaskResult Fail(WorkflowTask task, WorkflowRun? run, Exception exception)
    {
        if (run is { Trace: null })
        {
            _atWork.TryRemove(task.RunId, out _);
            run.LocalActivitiesInUse?.Abandon();
        }

        WorkflowLog.TaskFailed(_settings.Logger, task.WorkflowType, task.Workflow.WorkflowId, task.RunId, task.Attempt, exception);
        var failure = FailureConverter.ToFailure(exception, _settings.DataConverter.ForWorkflow(task.Workflow.Namespace, task.Workflow.WorkflowId, task.WorkflowType));
        return task.Query is null
            ? new WorkflowTaskResult.Failed(CauseOf(exception), failure)
            : new WorkflowTaskResult.QueryFailed(failure);
    }

    private static WorkflowTaskFailedCause CauseOf(Exception exception) => exception switch
    {
        HoldfastException { Code: var code } when code == ErrorCodes.NonDeterminism || code == ErrorCodes.ForbiddenCall => WorkflowTaskFailedCause.NonDeterministicError,
        PayloadTooLargeException => WorkflowTaskFailedCause.PayloadsTooLarge,
        _ => WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure,
    };
}
