using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

/// <summary>A worker whose workflows are functions from the whole history to commands, and whose activities run when the test turns them.</summary>
internal sealed class ScriptedWorker : IWorkflowTaskHandler, IActivityTaskHandler
{
    private readonly Dictionary<string, Func<WorkflowTask, IReadOnlyList<HistoryEvent>, WorkflowTaskResult>> _workflows = new(StringComparer.Ordinal);
    private readonly Queue<ActivityTask> _started = new();
    private readonly List<Task> _reports = [];

    public ScriptedWorker(int slots = 100) => Registration = new WorkerRegistration
    {
        Namespace = PumpedEngine.Namespace,
        TaskQueue = PumpedEngine.TaskQueue,
        Identity = "worker",
        Workflows = this,
        Activities = this,
        MaxConcurrentActivities = slots,
    };

    public ScriptedWorker(TaskQueueLimits limits)
        : this() => Registration = Registration with { TaskQueueLimits = limits };

    public WorkerRegistration Registration { get; }

    /// <summary>What an activity attempt ends with; null leaves it running for ever.</summary>
    public Func<ActivityTask, ActivityOutcome?> Activity { get; set; } = static _ => new ActivityOutcome.Completed(Payloads.Empty);

    /// <summary>Every attempt that was handed over, in order.</summary>
    public List<ActivityTask> Attempts { get; } = [];

    public List<(ActivityRef Activity, ActivityCancelReason Reason)> Cancellations { get; } = [];

    public List<RunId> Evicted { get; } = [];

    public int TaskCount { get; private set; }

    public ScriptedWorker On(string workflowType, Func<WorkflowTask, IReadOnlyList<HistoryEvent>, WorkflowTaskResult> workflow)
    {
        _workflows[workflowType] = workflow;
        return this;
    }

    /// <summary>A workflow that schedules so many activities, one after the other, and completes.</summary>
    public ScriptedWorker OnSequence(string workflowType, int activities, RetryPolicy? retryPolicy = null) => On(workflowType, (_, history) =>
    {
        var completed = history.Count(e => e.Type == EventType.ActivityTaskCompleted);
        var scheduled = history.Count(e => e.Type == EventType.ActivityTaskScheduled);
        return (completed, scheduled) switch
        {
            _ when history.Any(e => e.Type is EventType.ActivityTaskFailed or EventType.ActivityTaskTimedOut) => Completed(new FailWorkflowExecutionCommand { Failure = new Failure { Message = "activity failed", Info = new FailureInfo.Application("Test", false, Payloads.Empty) } }),
            _ when completed == activities => Completed(new CompleteWorkflowExecutionCommand()),
            _ when completed == scheduled => Completed(new ScheduleActivityTaskCommand { ActivityId = $"{scheduled + 1}", ActivityType = "Step", StartToCloseTimeout = TimeSpan.FromMinutes(1), RetryPolicy = retryPolicy }),
            _ => Completed(),
        };
    });

    public static WorkflowTaskResult Completed(params Command[] commands) => new WorkflowTaskResult.Completed(commands);

    /// <inheritdoc/>
    public WorkflowTaskResult Execute(WorkflowTask task)
    {
        TaskCount++;
        return _workflows[task.WorkflowType](task, task.History.Read(task.StartedEventId));
    }

    /// <inheritdoc/>
    public void Evict(RunId runId) => Evicted.Add(runId);

    /// <inheritdoc/>
    public void Start(ActivityTask task)
    {
        Attempts.Add(task);
        _started.Enqueue(task);
    }

    /// <inheritdoc/>
    public void Cancel(ActivityRef activity, ActivityCancelReason reason) => Cancellations.Add((activity, reason));

    /// <summary>The process ended: what was under way is gone.</summary>
    public void Forget()
    {
        _started.Clear();
        _reports.Clear();
    }

    /// <summary>Ends the attempts that were handed over.</summary>
    public bool RunActivities(IWorkflowService service)
    {
        _reports.RemoveAll(static r => r.IsCompleted);
        var worked = false;
        for (var left = _started.Count; left > 0; left--)
        {
            var task = _started.Dequeue();
            if (Activity(task) is { } outcome)
            {
                worked = true;
                _reports.Add(service.RespondActivityTaskAsync(new RespondActivityTaskRequest(task.Activity, outcome, "worker"), CancellationToken.None));
            }
        }

        return worked;
    }
}
