using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Sees to the effects of steps. What leaves the engine is gated by durability; the rest prepares structures in memory.</summary>
internal sealed class EffectRouter(ShardOwner owner)
{
    private const string RuleIdentity = "workflow rule";

    public void Route(RunEntry run, Effect effect)
    {
        switch (effect)
        {
            case ArmTimer arm:
                owner.WakeUps.Set(run, arm.Timer, arm.DueTime);
                break;
            case WorkflowTaskReady:
                owner.WorkflowTasks.Enqueue(run);
                break;
            case ActivityReady ready:
                OfferActivity(run, ready);
                break;
            case DispatchActivity dispatch:
                DispatchActivity(run, dispatch.Task);
                break;
            case CancelActivityAttempt cancel:
                CancelActivity(run, cancel);
                break;
            case ReportUpdate report:
                ReportUpdate(run, report);
                break;
            case AbortUpdate abort:
                AbortUpdate(run, abort);
                break;
            case StartPermitChanged:
                owner.Services.StartLimits.Changed(owner, run);
                break;
            case RunClosed:
                Close(run);
                break;
            default:
                RouteToOtherRun(run, effect);
                break;
        }
    }

    private void RouteToOtherRun(RunEntry run, Effect effect)
    {
        var (target, message) = effect switch
        {
            StartChild start => (new WorkflowKey(start.Initiated.Namespace, start.Initiated.WorkflowId), (OwnerMessage)new StartChildMessage(run.Workflow, run.RunId, start)),
            RequestExternalCancel cancel => (new WorkflowKey(cancel.Namespace, cancel.Execution.WorkflowId), new CancelExternalMessage(run.Workflow, run.RunId, cancel)),
            RequestExternalSignal signal => (new WorkflowKey(signal.Initiated.Namespace, signal.Initiated.Execution.WorkflowId), new SignalExternalMessage(run.Workflow, run.RunId, signal)),
            ApplyParentClosePolicy apply => (new WorkflowKey(apply.Namespace, apply.Child.WorkflowId), TellChild(run, apply)),
            NotifyParent notify => (new WorkflowKey(notify.Parent.Namespace, notify.Parent.Execution.WorkflowId), new ChildClosedMessage(run.Workflow, run.RunId, notify)),
            _ => throw new HoldfastException(ErrorCodes.InvariantBroken, $"Nobody sees to the effect {effect.GetType().Name}. This is a defect of Holdfast; please report it."),
        };
        var post = owner.Services.Post;
        owner.Batches.Gate(GatedEffect.Run(() => post(target, message)));
    }

    /// <summary>Until the child has it durably the run is not settled: recovery would not see to it again.</summary>
    private ParentCloseMessage TellChild(RunEntry run, ApplyParentClosePolicy apply)
    {
        run.ChildrenToTell++;
        return new ParentCloseMessage(run.RunId, apply, isAwaited: false, error =>
        {
            if (error is null)
            {
                owner.Mailbox.Post(new ParentCloseTold(run));
            }
        });
    }

    private void OfferActivity(RunEntry run, ActivityReady ready)
    {
        if (TryPauseByRule(run, ready.ScheduledEventId))
        {
            return;
        }

        if (owner.Services.Matching.TryReserveSlot(owner, run, ready) is { } slot)
        {
            StartAttempt(run, ready.ScheduledEventId, ready.Attempt, slot);
        }
    }

    /// <summary>A slot is reserved at the worker: begin the attempt, or give the slot back when it is no longer wanted.</summary>
    public void StartAttempt(RunEntry run, long scheduledEventId, int attempt, ActivitySlot slot)
    {
        // An attempt that waited when it was paused is offered again when it is unpaused, and may so be given two slots.
        if (run.Attempts.Find(scheduledEventId, attempt) is not null || TryPauseByRule(run, scheduledEventId))
        {
            Matching.ReleaseSlot(slot);
            return;
        }

        run.Attempts.Add(scheduledEventId, attempt, slot);
        owner.Steps.Take(run, new StartActivityAttempt(scheduledEventId, attempt, slot.Worker.Registration.Identity, owner.Services.Journal.Epoch));
        if (!run.State.IsAttemptStarted(scheduledEventId, attempt) && run.Attempts.Remove(scheduledEventId, attempt) is { } unused)
        {
            Matching.ReleaseSlot(unused);
        }
    }

    /// <summary>An activity that satisfies a rule of its namespace is paused instead of started.</summary>
    private bool TryPauseByRule(RunEntry run, long scheduledEventId)
    {
        if (!owner.Services.Rules.Any || run.State.IsClosed || owner.Services.Rules.Find(run.State, scheduledEventId, owner.Now) is not { } rule)
        {
            return false;
        }

        var activityId = run.State.PendingActivities.Find(scheduledEventId)!.Scheduled.ActivityId;
        var reason = rule.Description.Length == 0 ? $"Rule '{rule.Id}'" : $"Rule '{rule.Id}': {rule.Description}";
        return owner.Steps.Take(run, new OperateActivities(ActivitySelector.WithId(activityId), new ActivityOperation.Pause(reason), RuleIdentity, string.Empty)) is null;
    }

    private void DispatchActivity(RunEntry run, ActivityTask task)
    {
        var worker = run.Attempts.Find(task.Activity.ScheduledEventId, task.Activity.Attempt)?.Worker;
        Invariant.That(worker?.Registration.Activities is not null, "an attempt that is dispatched has a worker");
        owner.Batches.Gate(GatedEffect.Start(worker.Registration.Activities, task));
    }

    private void CancelActivity(RunEntry run, CancelActivityAttempt cancel)
    {
        var (scheduledEventId, attempt) = (cancel.Activity.ScheduledEventId, cancel.Activity.Attempt);
        var slot = cancel.ReleasesSlot ? run.Attempts.Remove(scheduledEventId, attempt) : run.Attempts.Find(scheduledEventId, attempt);
        if (slot?.Worker.Registration.Activities is not { } handler)
        {
            return;
        }

        if (cancel.ReleasesSlot)
        {
            owner.AbandonedAttempts.Add(new AbandonedAttempt(run.RunId, scheduledEventId, attempt), slot, cancel.OverdueTime);
        }

        owner.Batches.Gate(GatedEffect.Run(() => handler.Cancel(cancel.Activity, cancel.Reason)));
    }

    private void ReportUpdate(RunEntry run, ReportUpdate report)
    {
        foreach (var waiter in run.Waiters.TakeUpdate(report.UpdateId, report.Stage))
        {
            owner.Batches.Gate(GatedEffect.Reply(waiter.Reply, report.ResponseOf(run.RunId)));
        }
    }

    /// <summary>The run that takes over gets the update of those who did not mean this run alone.</summary>
    private void AbortUpdate(RunEntry run, AbortUpdate abort)
    {
        foreach (var waiter in run.Waiters.TakeUpdate(abort.UpdateId, UpdateStage.Completed))
        {
            if (!abort.HasSuccessor || waiter.Resend is null)
            {
                owner.Batches.Gate(GatedEffect.Reply(waiter.Reply, abort.HasSuccessor ? Faults.RunContinuedBeforeUpdate(run.RunId) : Faults.RunClosedBeforeUpdate(run.RunId)));
            }
            else if (!waiter.Reply.IsAbandoned)
            {
                owner.Locate(new UpdateWorkflowRequest(
                    new UpdateWorkflowExecutionRequest
                    {
                        Namespace = run.Workflow.Namespace,
                        Execution = new WorkflowExecution(run.Workflow.WorkflowId, RunId.None),
                        Update = waiter.Resend,
                        WaitStage = waiter.Stage,
                    },
                    waiter.Reply));
            }
        }
    }

    private void Close(RunEntry run)
    {
        owner.WakeUps.Remove(run);
        owner.WorkflowTasks.Forget(run);
        owner.Services.StartLimits.Closed(owner, run);
        owner.Settling.Closed(run);
    }
}
