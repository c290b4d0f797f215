using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Takes a run's code along a stretch of history: gives each completed workflow task its events, checks its commands against the events that they left.</summary>
/// <param name="run">The run.</param>
/// <param name="events">The stretch, in order.</param>
internal sealed class HistoryWalk(WorkflowRun run, IReadOnlyList<HistoryEvent> events)
{
    private readonly List<HistoryEvent> _jobs = run.NoJobs();

    /// <summary>Commands of the last task, when the stretch ends with it; else empty.</summary>
    public IReadOnlyList<Command> Commands { get; private set; } = [];

    /// <summary>True when the stretch ends with a live task whose code waits for local activities: <see cref="Complete"/> ends it.</summary>
    public bool IsSuspended { get; private set; }

    /// <summary>Walks to the end. A stretch that ends with a WorkflowTaskStarted event ends in a live task.</summary>
    /// <param name="liveUpdates">Updates for the live task.</param>
    /// <param name="isLive">False when the last task was completed before and only its state is wanted.</param>
    public void Go(IReadOnlyList<UpdateRequest> liveUpdates, bool isLive)
    {
        for (var i = 0; i < events.Count && run.TaskFailure is null && run.Foreign.Description is null; i++)
        {
            if (events[i].EventId > run.Position.LastEventId)
            {
                Visit(i, liveUpdates, isLive);
                run.Position.LastEventId = events[i].EventId;
            }
        }
    }

    /// <summary>Ends the task under way: its commands go out.</summary>
    public void Complete()
    {
        IsSuspended = false;
        Commands = run.Commands.Send();
        run.Position.End(Commands);
    }

    private void Visit(int index, IReadOnlyList<UpdateRequest> liveUpdates, bool isLive)
    {
        var current = events[index];
        switch (EventJobs.RoleOf(current))
        {
            case EventRole.TaskStarted when index == events.Count - 1:
                RunTask(current, new TaskLookahead(liveUpdates, []), !isLive);
                break;
            case EventRole.TaskStarted when events[index + 1].Type is EventType.WorkflowTaskCompleted:
                RunTask(current, LookAhead(index + 1), isReplaying: true);
                break;
            case EventRole.Recorded:
                run.Commands.MatchRecorded(current);
                break;
            case EventRole.StartJob or EventRole.HandlerJob or EventRole.ResolutionJob or EventRole.CancelJob:
                _jobs.Add(current);
                break;
            default:
                NoteReset(current.Attributes);
                break;
        }
    }

    private void NoteReset(EventAttributes attributes)
    {
        if (attributes is WorkflowTaskFailed { Cause: WorkflowTaskFailedCause.ResetWorkflow, NewRunId: { } newRunId })
        {
            run.ResetTo(newRunId);
        }
    }

    private void RunTask(HistoryEvent started, TaskLookahead ahead, bool isReplaying)
    {
        run.Commands.RequireAllRecorded(started);
        var attributes = (WorkflowTaskStarted)started.Attributes;
        run.Position.Begin(started, attributes.ScheduledEventId, _jobs.Count > 0);
        run.LocalActivitiesInUse?.BeginTask();
        new Activation(run, _jobs, ahead.Updates).Run(new TaskFacts(started.Time, started.EventId, attributes.HistorySizeBytes, attributes.SuggestContinueAsNew, isReplaying) { SuggestContinueAsNewReasons = attributes.SuggestContinueAsNewReasons });
        _jobs.Clear();
        foreach (var ended in ahead.LocalActivities)
        {
            run.LocalActivities.Deliver(ended);
        }

        IsSuspended = !isReplaying && run.WaitsForLocalActivities;
        if (!IsSuspended)
        {
            Complete();
        }
    }

    /// <summary>What a completed task recorded, before the next task begins, that its code must be told again: the updates that it accepted, its patches, and how its local activities ended.</summary>
    private TaskLookahead LookAhead(int completedIndex)
    {
        List<UpdateRequest> accepted = [];
        List<LocalActivityMarker> ended = [];
        for (var i = completedIndex + 1; i < events.Count && events[i].Type is not EventType.WorkflowTaskScheduled; i++)
        {
            if (events[i].Attributes is WorkflowExecutionUpdateAccepted e)
            {
                accepted.Add(new UpdateRequest(e.UpdateId, e.Name, e.Input, e.Header, e.Identity));
            }
            else if (PatchMarker.Of(events[i]) is { } patch)
            {
                run.Patches.Note(patch);
            }
            else if (LocalActivityMarker.Of(events[i]) is { } marker)
            {
                ended.Add(marker);
            }
        }

        return new TaskLookahead(accepted, ended);
    }
}
