using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Runs the workflow code of an owner's runs: tasks that are ready, and queries.</summary>
internal sealed class WorkflowTaskRunner(ShardOwner owner)
{
    /// <summary>Runs of which a turn replays no more, lest they hold up those that are awake.</summary>
    private const int ReplaysPerTurn = 64;

    /// <summary>Replays that other threads are given at a time: enough to last them until the owner comes to give them more. Beyond, the owner replays too.</summary>
    private const int MostReplaysAway = 64;

    private readonly Queue<RunEntry> _ready = new();

    /// <summary>Runs that are ready and have to be replayed first.</summary>
    private readonly Queue<RunEntry> _readyToReplay = new();
    private readonly Dictionary<(string Namespace, string TaskQueue), List<RunEntry>> _waitingForWorker = [];
    private RunEntry? _calling;

    /// <summary>Replays that run on other threads.</summary>
    private int _replaysAway;

    public bool HasReady => _ready.Count > 0 || _readyToReplay.Count > 0;

    /// <summary>The run has a task ready, or queries to be answered.</summary>
    public void Enqueue(RunEntry run)
    {
        if (!run.IsWorkflowTaskQueued)
        {
            run.IsWorkflowTaskQueued = true;
            (run.NeedsReplay ? _readyToReplay : _ready).Enqueue(run);
        }
    }

    /// <summary>A worker for a task queue came: what waited for one is ready, by priority.</summary>
    public void WorkerCame(string @namespace, string taskQueue)
    {
        if (_waitingForWorker.Remove((@namespace, taskQueue), out var runs))
        {
            foreach (var run in runs.OrderBy(static r => Backlog<RunEntry>.LevelOf(r.State.Priority)))
            {
                Enqueue(run);
            }
        }
    }

    /// <summary>Runs what is ready, save the runs that have to be replayed first.</summary>
    /// <returns>False when another thread has taken the loop over.</returns>
    public bool RunReady()
    {
        while (_ready.TryDequeue(out var run))
        {
            if (!RunQueued(run))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Runs some of the runs that have to be replayed first: many come at once after a crash, and what only needs to be sent to workers goes before them.</summary>
    /// <returns>False when another thread has taken the loop over.</returns>
    public bool RunReplays()
    {
        for (var i = 0; i < ReplaysPerTurn && _readyToReplay.TryDequeue(out var run); i++)
        {
            if (!RunQueued(run))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A suspended task can be continued.</summary>
    public void SuspendedTaskReady(RunEntry run, WorkflowTask task)
    {
        if (run.Suspended is { } suspended && ReferenceEquals(suspended.Task, task))
        {
            suspended.IsReady = true;
            Enqueue(run);
        }
    }

    /// <summary>What a suspended task waits for may begin.</summary>
    public static void SuspendedTaskDurable(RunEntry run, WorkflowTask task)
    {
        if (run.Suspended is { } suspended && ReferenceEquals(suspended.Task, task))
        {
            suspended.Begin();
        }
    }

    /// <summary>A suspended query can be continued.</summary>
    public void SuspendedQueryReady(RunEntry run, QueryRequest query, SuspendedWorkflowTask suspended)
    {
        query.Suspended = suspended;
        if (run.Waiters.Resume(query))
        {
            Enqueue(run);
        }
    }

    /// <summary>The run closed: its worker forgets it.</summary>
    public void Forget(RunEntry run)
    {
        run.Suspended = null;
        if (!run.IsWorkflowCodeRunning)
        {
            Handler(run)?.Workflows?.Evict(run.RunId);
        }
    }

    /// <summary>A replay on another thread returned.</summary>
    public void ReplayReturned(RunEntry run, WorkflowTask task, WorkflowTaskResult result)
    {
        _replaysAway--;
        CodeReturned(run, task, result, query: null);
    }

    /// <summary>Workflow code that had lost the loop returned.</summary>
    public void CodeReturned(RunEntry run, WorkflowTask task, WorkflowTaskResult result, IReply? query)
    {
        run.IsWorkflowCodeRunning = false;
        Finish(run, task, result, query);
        Enqueue(run);
    }

    public void LogTakeOver(TimeSpan elapsed)
    {
        if (Volatile.Read(ref _calling) is { } run)
        {
            OwnerLog.LoopTakenOver(owner.Services.Logger, run.State.WorkflowType, run.Workflow.WorkflowId, run.RunId, elapsed);
        }
    }

    private bool RunQueued(RunEntry run)
    {
        run.IsWorkflowTaskQueued = false;
        return run.IsWorkflowCodeRunning || (RunTask(run) && AnswerQueries(run));
    }

    private bool RunTask(RunEntry run)
    {
        if (run.Suspended is { } suspended)
        {
            if (run.State.IsUnderWay(suspended.Task))
            {
                return !suspended.IsReady || Continue(run, suspended);
            }

            run.Suspended = null;
            Evict(run);
        }

        if (!run.State.HasReadyWorkflowTask)
        {
            return true;
        }

        if (Handler(run) is not { Workflows: not null } worker)
        {
            WaitForWorker(run);
            return true;
        }

        var refused = owner.Steps.Take(run, new StartWorkflowTask(worker.Identity, string.Empty));
        if (refused is not null || !run.State.HasStartedWorkflowTask)
        {
            return true;
        }

        owner.Services.Instruments.Runs.NoteTaskStarted(run.State);
        if (run.NeedsReplay && MaySendAway)
        {
            SendAway(run, worker.Workflows, WorkflowTaskFactory.TaskOf(run));
            return true;
        }

        return Call(run, worker.Workflows, null, WorkflowTaskFactory.TaskOf(run), query: null);
    }

    /// <summary>A single replay is over before another thread has begun with it; of many, which come after a crash, each processor does its part.</summary>
    private bool MaySendAway => owner.Thread is not null && _readyToReplay.Count > 0 && _replaysAway < MostReplaysAway;

    private void SendAway(RunEntry run, IWorkflowTaskHandler handler, WorkflowTask task)
    {
        run.IsWorkflowCodeRunning = true;
        run.NeedsReplay = false;
        _replaysAway++;
        ThreadPool.UnsafeQueueUserWorkItem(_ => Replay(run, handler, task), null);
    }

    private void Replay(RunEntry run, IWorkflowTaskHandler handler, WorkflowTask task)
    {
        var begun = owner.Services.TimeProvider.GetTimestamp();
        var result = Execute(handler, null, task);
        owner.Services.Instruments.Runs.NoteCodeReturned(task, begun, owner.Services.TimeProvider);
        owner.Mailbox.Post(new ReplayReturned(run, task, result));
    }

    private bool Continue(RunEntry run, SuspendedWorkflowTask suspended)
    {
        run.Suspended = null;
        return Call(run, null, suspended, suspended.Task, query: null);
    }

    private bool AnswerQueries(RunEntry run)
    {
        while (!run.IsWorkflowCodeRunning && run.Waiters.HasQueries && MayAnswerQueries(run))
        {
            if (Handler(run) is not { Workflows: { } workflows })
            {
                WaitForWorker(run);
                return true;
            }

            run.Waiters.TryTakeQuery(out var query);
            if (!Ask(run, workflows, query!))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A task that is suspended knows nothing of what came since it began, which may have been acknowledged: queries then wait for the next task.</summary>
    private static bool MayAnswerQueries(RunEntry run) =>
        run.Suspended is { } suspended ? suspended.MayAnswerQueries && run.State.BufferedEvents.Count == 0 : run.State.CanAnswerQueries;

    /// <summary>A query that waited goes on where it was, unless the run has gone on meanwhile: then it is asked again.</summary>
    private bool Ask(RunEntry run, IWorkflowTaskHandler workflows, QueryRequest query)
    {
        var waited = query.Suspended;
        query.Suspended = null;
        return run.Suspended is null && waited is not null && waited.Task.StartedEventId == run.State.PreviousStartedEventId
            ? Call(run, workflows, waited, waited.Task, query)
            : Call(run, workflows, run.Suspended, WorkflowTaskFactory.QueryOf(run, query.Query), query);
    }

    private bool Call(RunEntry run, IWorkflowTaskHandler? handler, SuspendedWorkflowTask? suspended, WorkflowTask task, IReply? query)
    {
        run.IsWorkflowCodeRunning = true;
        run.NeedsReplay = false;
        Volatile.Write(ref _calling, run);
        var begun = owner.Services.TimeProvider.GetTimestamp();
        var ticket = owner.Tenure.Enter(begun);
        var result = Execute(handler, suspended, task);
        owner.Services.Instruments.Runs.NoteCodeReturned(task, begun, owner.Services.TimeProvider);
        if (!owner.Tenure.TryLeave(ticket))
        {
            owner.Mailbox.Post(new WorkflowCodeReturned(run, task, result, query));
            return false;
        }

        run.IsWorkflowCodeRunning = false;
        Finish(run, task, result, query);
        return true;
    }

    private static WorkflowTaskResult Execute(IWorkflowTaskHandler? handler, SuspendedWorkflowTask? suspended, WorkflowTask task)
    {
        try
        {
            return suspended is null ? handler!.Execute(task) : suspended.Execute(task);
        }
        catch (Exception exception)
        {
            return new WorkflowTaskResult.Failed(WorkflowTaskFailedCause.WorkflowWorkerUnhandledFailure, new Failure
            {
                Message = exception.Message,
                StackTrace = exception.StackTrace ?? string.Empty,
                Info = new FailureInfo.Server(NonRetryable: false),
            });
        }
    }

    private void Finish(RunEntry run, WorkflowTask task, WorkflowTaskResult result, IReply? query)
    {
        switch (result)
        {
            case WorkflowTaskResult.Completed completed when query is null:
                Complete(run, task, completed);
                break;
            case WorkflowTaskResult.Suspended suspended when query is null:
                Suspend(run, task, suspended.Task);
                break;
            case WorkflowTaskResult.Suspended suspended when query is QueryRequest request:
                Suspend(run, task, suspended.Task, request);
                break;
            case WorkflowTaskResult.QueryAnswered answered when query is not null:
                owner.Batches.Gate(GatedEffect.Reply(query, new QueryWorkflowResponse(answered.Result)));
                break;
            case WorkflowTaskResult.QueryFailed failed when query is not null:
                owner.Batches.Gate(GatedEffect.Reply(query, new QueryFailedException(failed.Failure)));
                break;
            case WorkflowTaskResult.Failed failed when query is not null:
                owner.Batches.Gate(GatedEffect.Reply(query, new QueryFailedException(failed.Failure)));
                Evict(run);
                break;
            case WorkflowTaskResult.Failed failed:
                Fail(run, task, failed);
                break;
            default:
                throw new HoldfastException(ErrorCodes.InvariantBroken, $"A worker answered {result.GetType().Name} to a {(query is null ? "workflow task" : "query")}. This is a defect of the worker; please report it.");
        }
    }

    private void Complete(RunEntry run, WorkflowTask task, WorkflowTaskResult.Completed completed)
    {
        var worker = Handler(run);
        owner.Steps.Take(run, new CompleteWorkflowTask(
            task.StartedEventId,
            task.Attempt,
            completed.Commands,
            worker?.Identity ?? string.Empty,
            completed.ForceNewTask,
            worker?.BuildId ?? string.Empty));
        EvictUnlessCompleted(run, task);
    }

    /// <summary>The task stays under way; its local activities begin when it is durable, and their ends bring it back.</summary>
    private void Suspend(RunEntry run, WorkflowTask task, ISuspendedWorkflowTask suspended)
    {
        if (!run.State.IsUnderWay(task))
        {
            Evict(run);
            return;
        }

        run.Suspended = new SuspendedWorkflowTask(task, suspended);
        suspended.NotifyWhenReady(() => owner.PostReport(new SuspendedTaskReady(run, task)));
        owner.Batches.Gate(GatedEffect.Run(() => owner.Mailbox.Post(new SuspendedTaskDurable(run, task))));
    }

    private void Suspend(RunEntry run, WorkflowTask task, ISuspendedWorkflowTask suspended, QueryRequest query)
    {
        run.Suspend(query);
        suspended.NotifyWhenReady(() => owner.PostReport(new SuspendedQueryReady(run, query, new SuspendedWorkflowTask(task, suspended))));
    }

    private void Fail(RunEntry run, WorkflowTask task, WorkflowTaskResult.Failed failed)
    {
        OwnerLog.WorkflowTaskFailed(owner.Services.Logger, task.WorkflowType, task.Workflow.WorkflowId, task.RunId, task.Attempt, failed.Cause, failed.Failure.Message);
        owner.Steps.Take(run, new FailWorkflowTask(task.StartedEventId, task.Attempt, failed.Cause, failed.Failure, Identity(run)));
        Evict(run);
    }

    /// <summary>When the engine did not take the commands as they are, the worker's cached state is ahead of history and must go.</summary>
    private void EvictUnlessCompleted(RunEntry run, WorkflowTask task)
    {
        if (run.State.PreviousStartedEventId != task.StartedEventId)
        {
            Evict(run);
        }
    }

    private void Evict(RunEntry run) => Handler(run)?.Workflows?.Evict(run.RunId);

    private string Identity(RunEntry run) => Handler(run)?.Identity ?? string.Empty;

    private WorkerRegistration? Handler(RunEntry run) => owner.Services.Matching.FindWorkflowWorker(run);

    private void WaitForWorker(RunEntry run)
    {
        var queue = (run.Workflow.Namespace, run.State.TaskQueue);
        if (!_waitingForWorker.TryGetValue(queue, out var runs))
        {
            _waitingForWorker[queue] = runs = [];
        }

        runs.Add(run);
    }
}
