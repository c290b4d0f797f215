using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Runs the workflow code of an owner's runs: takes those that are ready one after the other, and gives each its task and its queries.</summary>
internal sealed class WorkflowTaskRunner
{
    /// <summary>Runs of which a turn replays no more, lest they hold up those that are awake.</summary>
    private const int ReplaysPerTurn = 64;

    private readonly ShardOwner _owner;
    private readonly ReadyRuns _ready = new();
    private readonly WorkflowWorkers _workers;
    private readonly WorkflowAnswers _answers;
    private readonly WorkflowCode _code;
    private readonly WorkflowQueries _queries;
    private readonly ReplaysAway _replaysAway;

    public WorkflowTaskRunner(ShardOwner owner)
    {
        _owner = owner;
        _workers = new WorkflowWorkers(owner);
        Suspended = new SuspendedTasks(owner, _workers, _ready);
        _answers = new WorkflowAnswers(owner, _workers, Suspended);
        _code = new WorkflowCode(owner, _answers);
        _queries = new WorkflowQueries(_workers, _code);
        _replaysAway = new ReplaysAway(owner, _ready);
    }

    /// <summary>Tasks and queries that wait for something of their worker.</summary>
    public SuspendedTasks Suspended { get; }

    public bool HasReady => _ready.HasAny;

    /// <summary>The run has a task ready, or queries to be answered.</summary>
    public void Enqueue(RunEntry run) => _ready.Enqueue(run);

    /// <summary>A worker for a task queue came: what waited for one is ready.</summary>
    public void WorkerCame(string @namespace, string taskQueue)
    {
        foreach (var run in _workers.TakeWaiting(@namespace, taskQueue))
        {
            _ready.Enqueue(run);
        }
    }

    /// <summary>Runs what is ready, save the runs that have to be replayed first.</summary>
    /// <returns>False when another thread has taken the loop over.</returns>
    public bool RunReady()
    {
        while (_ready.TryTakeAwake(out var run))
        {
            if (!Run(run))
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
        for (var i = 0; i < ReplaysPerTurn && _ready.TryTakeToReplay(out var run); i++)
        {
            if (!Run(run))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The run closed: its worker forgets it.</summary>
    public void Forget(RunEntry run)
    {
        run.Suspended = null;
        if (!run.IsWorkflowCodeRunning)
        {
            _workers.Evict(run);
        }
    }

    /// <summary>A replay on another thread returned.</summary>
    public void ReplayReturned(RunEntry run, WorkflowTask task, WorkflowTaskResult result)
    {
        _replaysAway.NoteReturned();
        CodeReturned(run, task, result, query: null);
    }

    /// <summary>Workflow code that had lost the loop returned.</summary>
    public void CodeReturned(RunEntry run, WorkflowTask task, WorkflowTaskResult result, IReply? query)
    {
        run.IsWorkflowCodeRunning = false;
        _answers.Take(run, task, result, query);
        _ready.Enqueue(run);
    }

    /// <summary>Called while another thread is in a call that holds the loop too long.</summary>
    public void LogTakeOver(TimeSpan elapsed) => _code.LogTakeOver(elapsed);

    private bool Run(RunEntry run) => run.IsWorkflowCodeRunning || (RunTask(run) && _queries.AskThoseOf(run));

    private bool RunTask(RunEntry run)
    {
        if (run.Suspended is { } suspended)
        {
            if (run.State.IsUnderWay(suspended.Task))
            {
                return !suspended.IsReady || Continue(run, suspended);
            }

            run.Suspended = null;
            _workers.Evict(run);
        }

        return !run.State.HasReadyWorkflowTask || StartTask(run);
    }

    private bool Continue(RunEntry run, SuspendedWorkflowTask suspended)
    {
        run.Suspended = null;
        return _code.Call(run, null, suspended, suspended.Task, query: null);
    }

    private bool StartTask(RunEntry run)
    {
        if (_workers.Find(run) is not { Workflows: { } workflows } worker)
        {
            _workers.Await(run);
            return true;
        }

        var refused = _owner.Steps.Take(run, new StartWorkflowTask(worker.Identity, string.Empty));
        if (refused is not null || !run.State.HasStartedWorkflowTask)
        {
            return true;
        }

        _owner.Services.Instruments.Runs.NoteTaskStarted(run.State);
        if (run.NeedsReplay && _replaysAway.MaySend(run))
        {
            _replaysAway.Send(run, workflows, WorkflowTaskFactory.TaskOf(run));
            return true;
        }

        return _code.Call(run, workflows, null, WorkflowTaskFactory.TaskOf(run), query: null);
    }
}
