using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <content>What workflow code does: timers, activities, children, other runs.</content>
internal sealed partial class ReferenceModel
{
    private Answer TellCode(ModelRun run, Operation operation)
    {
        run.Count(EventType.WorkflowExecutionSignaled);
        run.IsBusy = true;
        switch (operation.Kind)
        {
            case OperationKind.Timer:
                run.Count(EventType.TimerStarted);
                run.Timers.Add(operation.Name, Now + TimeSpan.FromSeconds(operation.Amount));
                break;
            case OperationKind.Activity:
                StartActivity(run, operation);
                break;
            case OperationKind.LocalActivity:
                run.Count(EventType.MarkerRecorded);
                run.Outcomes[operation.Name] = operation.Way == LedgerWays.Completes ? LedgerOutcomes.Completed(2 * operation.Amount) : LedgerOutcomes.Failed;
                break;
            case OperationKind.Child:
                StartChild(run, operation);
                break;
            case OperationKind.SignalOther:
                SignalOther(run, operation);
                break;
            case OperationKind.CancelOther:
                run.Outcomes[operation.Name] = CancelOther(run, Newest(operation.Target)) ? LedgerOutcomes.Done : LedgerOutcomes.Failed;
                break;
            case OperationKind.CancelItem:
                CancelItem(run, operation.Target);
                break;
            case OperationKind.Patch:
                UsePatch(run, operation.Way);
                break;
            case OperationKind.Memo:
                run.Count(EventType.WorkflowPropertiesModified);
                run.Note = operation.Way;
                break;
            case OperationKind.Attribute:
                run.Count(EventType.UpsertWorkflowSearchAttributes);
                run.Attribute = operation.Amount;
                break;
            case OperationKind.ContinueAsNew:
                ContinueAsNew(run, operation.Amount);
                break;
            default:
                return BreakTask(run, operation.Amount);
        }

        return Answer.Ok;
    }

    /// <summary>A workflow task fails, and is tried again after a while, with code that was mended.</summary>
    private Answer BreakTask(ModelRun run, long amount)
    {
        Pass(LedgerTimes.TaskRetry);
        if (run.IsOpen)
        {
            run.Total += amount;
        }

        return Answer.Ok;
    }

    private static void UsePatch(ModelRun run, string patch)
    {
        if (run.Patches.Add(patch))
        {
            run.Count(EventType.MarkerRecorded);
            run.Count(EventType.UpsertWorkflowSearchAttributes); // a list finds runs by their patches
        }
    }

    private void StartActivity(ModelRun run, Operation operation)
    {
        run.Count(EventType.ActivityTaskScheduled);
        ModelActivity activity = new(operation.Name, operation.Way, operation.Amount, (ActivityCancellationType)operation.CancellationType, (ended, end) =>
        {
            run.Count(end.Event);
            run.Activities.Remove(ended.Name);
            if (!ended.IsGivenUp)
            {
                run.Outcomes[ended.Name] = end.Outcome;
            }
        });
        run.Activities.Add(operation.Name, activity);
        activity.Begin(Now);
    }

    private void StartChild(ModelRun parent, Operation operation)
    {
        parent.Count(EventType.StartChildWorkflowExecutionInitiated);
        if (Newest(operation.Target) is { IsOpen: true })
        {
            parent.Count(EventType.StartChildWorkflowExecutionFailed);
            parent.Outcomes[operation.Name] = LedgerOutcomes.NotStarted;
            return;
        }

        parent.Count(EventType.ChildWorkflowExecutionStarted);
        var way = new StartWay("child") { First = operation.Amount, RunLimit = LedgerTimes.OfChild(operation.Amount), Priority = parent.Priority };
        var child = Begin(operation.Target, way, TimeSpan.Zero, child => child.Parent = (parent, operation.Name));
        parent.Children.Add(operation.Name, new ModelChild(operation.Target, child, Enum.Parse<ParentClosePolicy>(operation.Way), (ChildWorkflowCancellationType)operation.CancellationType));
    }

    /// <summary>The end of a chain is told to the run that started it as a child, if that is there to hear it.</summary>
    private static void TellParent(ModelRun run, WorkflowExecutionStatus status)
    {
        if (run.Parent is not { } link || !link.Parent.Children.Remove(link.Name, out var child))
        {
            return;
        }

        var (type, outcome) = status switch
        {
            WorkflowExecutionStatus.Completed => (EventType.ChildWorkflowExecutionCompleted, LedgerOutcomes.Completed(run.Total)),
            WorkflowExecutionStatus.Failed => (EventType.ChildWorkflowExecutionFailed, LedgerOutcomes.Failed),
            WorkflowExecutionStatus.Canceled => (EventType.ChildWorkflowExecutionCanceled, LedgerOutcomes.Canceled),
            WorkflowExecutionStatus.TimedOut => (EventType.ChildWorkflowExecutionTimedOut, LedgerOutcomes.TimedOut),
            _ => (EventType.ChildWorkflowExecutionTerminated, LedgerOutcomes.Terminated),
        };
        link.Parent.Count(type);
        if (!child.IsGivenUp)
        {
            link.Parent.Outcomes[link.Name] = outcome;
        }
    }

    private void ApplyParentClosePolicy(ModelChild child)
    {
        if (Newest(child.WorkflowId) is not { IsOpen: true } newest || (newest.First ?? newest) != child.First)
        {
            return;
        }

        if (child.Policy == ParentClosePolicy.Terminate)
        {
            End(newest, WorkflowExecutionStatus.Terminated);
        }
        else if (child.Policy == ParentClosePolicy.RequestCancel)
        {
            RequestCancel(newest);
        }
    }

    private void SignalOther(ModelRun run, Operation operation)
    {
        run.Count(EventType.SignalExternalWorkflowExecutionInitiated);
        if (Newest(operation.Target) is not { IsOpen: true } other)
        {
            run.Count(EventType.SignalExternalWorkflowExecutionFailed);
            run.Outcomes[operation.Name] = LedgerOutcomes.Failed;
            return;
        }

        Signal(other, operation.Amount);
        run.Count(EventType.ExternalWorkflowExecutionSignaled);
        run.Outcomes[operation.Name] = LedgerOutcomes.Done;
    }

    /// <summary>True when there was a run to tell.</summary>
    private bool CancelOther(ModelRun run, ModelRun? other)
    {
        run.Count(EventType.RequestCancelExternalWorkflowExecutionInitiated);
        if (other is null)
        {
            run.Count(EventType.RequestCancelExternalWorkflowExecutionFailed);
            return false;
        }

        run.Count(EventType.ExternalWorkflowExecutionCancelRequested);
        RequestCancel(other);
        return true;
    }

    private void CancelItem(ModelRun run, string name)
    {
        if (run.Timers.Remove(name))
        {
            run.Count(EventType.TimerCanceled);
            run.Outcomes[name] = LedgerOutcomes.Canceled;
        }
        else if (run.Activities.TryGetValue(name, out var activity) && !activity.IsGivenUp && !activity.IsCancelRequested)
        {
            CancelActivity(run, activity);
        }
        else if (run.Children.TryGetValue(name, out var child) && !child.IsCanceled)
        {
            CancelChild(run, name, child);
        }
    }

    private static void CancelActivity(ModelRun run, ModelActivity activity)
    {
        if (activity.CancellationType != ActivityCancellationType.WaitCancellationCompleted)
        {
            activity.IsGivenUp = true;
            run.Outcomes[activity.Name] = LedgerOutcomes.Canceled;
        }

        if (activity.CancellationType != ActivityCancellationType.Abandon)
        {
            run.Count(EventType.ActivityTaskCancelRequested);
            activity.RequestCancel();
        }
    }

    private void CancelChild(ModelRun run, string name, ModelChild child)
    {
        child.IsCanceled = true;
        if (child.CancellationType != ChildWorkflowCancellationType.WaitCancellationCompleted)
        {
            child.IsGivenUp = true;
            run.Outcomes[name] = LedgerOutcomes.Canceled;
        }

        if (child.CancellationType != ChildWorkflowCancellationType.Abandon)
        {
            CancelOther(run, Newest(child.WorkflowId));
        }
    }
}
