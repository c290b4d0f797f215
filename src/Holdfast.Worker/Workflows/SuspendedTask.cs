using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A workflow task whose code waits for local activities. It ends when they have ended, or in time before its timeout.</summary>
internal sealed class SuspendedTask : ISuspendedWorkflowTask, IDisposable
{
    /// <summary>Share of the task's timeout after which it ends whatever is still under way.</summary>
    public const double HeartbeatShareOfTimeout = 0.8;

    private readonly WorkflowTaskHandler _handler;
    private readonly ITimer _heartbeat;

    public SuspendedTask(WorkflowTaskHandler handler, WorkflowTask task, WorkflowRun run, HistoryWalk walk)
    {
        _handler = handler;
        Task = task;
        Run = run;
        Walk = walk;
        var timeout = ((WorkflowExecutionStarted)run.Start!.Attributes).WorkflowTaskTimeout;
        _heartbeat = run.Settings.TimeProvider.CreateTimer(
            static inbox => ((LocalActivityInbox)inbox!).HeartbeatDue(),
            run.LocalActivities.Inbox,
            timeout * HeartbeatShareOfTimeout,
            Timeout.InfiniteTimeSpan);
    }

    public WorkflowTask Task { get; }

    public WorkflowRun Run { get; }

    public HistoryWalk Walk { get; }

    /// <summary>What local activities gave, and updates that the task was given, are recorded when it ends: until then an answer could rest on what a crash undoes.</summary>
    public bool MayAnswer => !Run.LocalActivities.HasDelivered && Task.Updates.Count == 0;

    /// <inheritdoc/>
    public void Begin() => Run.LocalActivities.Dispatch();

    /// <inheritdoc/>
    public void NotifyWhenReady(Action ready) => Run.LocalActivities.Inbox.NotifyWhenReady(ready);

    /// <inheritdoc/>
    public WorkflowTaskResult Continue() => _handler.Continue(this);

    /// <inheritdoc/>
    public WorkflowTaskResult Answer(WorkflowTask query) => BuiltInQueries.NeedsTrace(query.Query!.QueryType) ? _handler.Execute(query) : QueryRoutine.Answer(Run, query.Query);

    public void Dispose() => _heartbeat.Dispose();
}
