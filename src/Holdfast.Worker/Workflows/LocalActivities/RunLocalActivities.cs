using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The local activities of a run: asked for, under way, and ended.</summary>
/// <remarks>Threading: as <see cref="WorkflowRun"/>; ends arrive through <see cref="Inbox"/>.</remarks>
internal sealed class RunLocalActivities(WorkflowRun run)
{
    private readonly SortedDictionary<int, PendingLocalActivity> _pending = [];
    private readonly List<LocalActivityExecution> _executions = [];

    public LocalActivityInbox Inbox { get; } = new();

    /// <summary>True while the code waits for some.</summary>
    public bool AnyPending => _pending.Count > 0;

    /// <summary>True when the code was given an end in the task under way, which is not durable before the task is complete.</summary>
    public bool HasDelivered { get; private set; }

    public void Add(PendingLocalActivity activity) => _pending.Add(activity.Request.Seq, activity);

    public void Remove(PendingLocalActivity activity) => _pending.Remove(activity.Request.Seq);

    /// <summary>A task begins.</summary>
    public void BeginTask()
    {
        HasDelivered = false;
        _executions.RemoveAll(static e => e.HasEnded);
        Inbox.BeginTask();
    }

    /// <summary>Begins those that the code asked for and that have no end in history.</summary>
    public void Dispatch()
    {
        foreach (var activity in _pending.Values)
        {
            if (activity.IsCancelRequested && activity.Execution is null)
            {
                Inbox.Post(activity.Request.Canceled());
            }
            else if (activity.Execution is null && run.Settings.LocalActivities is { } handler)
            {
                activity.Execution = handler.Begin(activity.Request, Inbox.Post);
                _executions.Add(activity.Execution);
            }
        }
    }

    /// <summary>Gives the code the ends that have arrived, one after the other, each with all that follows from it.</summary>
    public void DeliverEnded()
    {
        while (run.TaskFailure is null && !run.Commands.IsClosing && Inbox.TryTake(out var marker))
        {
            HasDelivered |= Deliver(marker!);
        }
    }

    /// <summary>Gives the code an end, unless it no longer waits for it.</summary>
    public bool Deliver(LocalActivityMarker marker)
    {
        if (!_pending.TryGetValue(marker.Seq, out var activity))
        {
            return false;
        }

        if (marker.CompleteTime > run.Facts.Time)
        {
            run.Facts = run.Facts with { Time = marker.CompleteTime.Value };
        }

        Activation.Deliver(run, () => activity.Resolve(marker));
        return true;
    }

    /// <summary>The code state is given up: nobody wants their ends.</summary>
    public void Abandon()
    {
        foreach (var execution in _executions)
        {
            execution.Abandon(ActivityCancelReason.RunClosed);
        }

        _executions.Clear();
    }
}
