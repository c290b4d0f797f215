using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <content>Runs: how they start, what clients tell them, how they end, and what follows them.</content>
internal sealed partial class ReferenceModel
{
    private Answer Start(Operation operation, long? signaled)
    {
        if (operation is { Reuse: WorkflowIdReusePolicy.RejectDuplicate, Conflict: WorkflowIdConflictPolicy.TerminateExisting })
        {
            return Answer.Refusal(ErrorCodes.InvalidArgument);
        }

        if (Newest(operation.WorkflowId) is { } newest)
        {
            switch (newest.IsOpen, operation.Conflict, operation.Reuse)
            {
                case (true, WorkflowIdConflictPolicy.Fail, _):
                    return Answer.Refusal(ErrorCodes.WorkflowAlreadyStarted);
                case (true, WorkflowIdConflictPolicy.UseExisting, _):
                    if (signaled is { } amount)
                    {
                        Signal(newest, amount, endsDelay: true);
                    }

                    return Answer.Run(newest.Made);
                case (true, _, _):
                    End(newest, WorkflowExecutionStatus.Terminated);
                    break;
                case (false, _, WorkflowIdReusePolicy.RejectDuplicate):
                case (false, _, WorkflowIdReusePolicy.AllowDuplicateFailedOnly) when newest.Status is WorkflowExecutionStatus.Completed or WorkflowExecutionStatus.ContinuedAsNew:
                    return Answer.Refusal(ErrorCodes.WorkflowIdReuseRefused);
            }
        }

        var way = StartWay.Named(operation.Way) with { First = operation.Amount };
        var run = Begin(operation.WorkflowId, way, way.IsCron ? CronTime(Now) - Now : way.Delay, _ => { }, signaled);
        return Answer.Run(run.Made);
    }

    private Answer UpdateWithStart(Operation operation)
    {
        if (Newest(operation.WorkflowId) is { IsPaused: true } && operation.Conflict == WorkflowIdConflictPolicy.UseExisting)
        {
            return Answer.Refusal(ErrorCodes.RunPaused);
        }

        var started = Start(operation, signaled: null);
        return started.IsRefusal ? started : Update(Newest(operation.WorkflowId)!, operation.Amount);
    }

    /// <summary>A run begins: its code at once, or after a delay.</summary>
    private ModelRun Begin(string workflowId, StartWay way, TimeSpan delay, Action<ModelRun> prepare, long? signaled = null, ModelRun? before = null, int attempt = 1)
    {
        ModelRun run = new(workflowId, Now, way)
        {
            Total = way.First,
            Delay = delay,
            Begins = delay > TimeSpan.Zero ? Now + delay : null,
            IsSuccessor = before is not null,
            First = before is null ? null : before.First ?? before,
            Parent = before?.Parent,
            Attempt = attempt,
            RunDeadline = Now + delay + way.RunLimit,
            ExecutionDeadline = before is null ? Now + way.ExecutionLimit : before.ExecutionDeadline,
            Note = way.Note,
            Attribute = way.Attribute,
            Priority = before?.Priority ?? way.Priority,
        };
        prepare(run);
        _workflows[workflowId].Add(run);
        run.Count(EventType.WorkflowExecutionStarted);
        if (signaled is { } amount)
        {
            Signal(run, amount);
        }

        return run;
    }

    private Answer Signal(ModelRun run, long amount, bool endsDelay = false)
    {
        run.Count(EventType.WorkflowExecutionSignaled);
        if (endsDelay)
        {
            CutDelayShort(run);
        }

        if (run.IsAwake)
        {
            run.Total += amount;
        }
        else
        {
            run.Unseen += amount;
        }

        return Answer.Ok;
    }

    private void CutDelayShort(ModelRun run)
    {
        if (!run.HasBegun)
        {
            BeginCode(run);
        }
    }

    private void BeginCode(ModelRun run)
    {
        run.Begins = null;
        WakeUp(run);
    }

    /// <summary>Code sees what came while it could not.</summary>
    private void WakeUp(ModelRun run)
    {
        if (run.IsAwake)
        {
            (run.Total, run.Unseen) = (run.Total + run.Unseen, 0);
            EndIfTold(run);
        }
    }

    private static Answer Update(ModelRun run, long amount)
    {
        run.Count(EventType.WorkflowExecutionUpdateAccepted);
        run.Count(EventType.WorkflowExecutionUpdateCompleted);
        run.Total += amount;
        return Answer.Value(run.Total);
    }

    private static Answer Work(ModelRun run, long amount)
    {
        run.Count(EventType.ActivityTaskScheduled);
        run.Count(EventType.ActivityTaskCompleted);
        return Update(run, 2 * amount);
    }

    private Answer RequestCancel(ModelRun run)
    {
        if (run.IsOpen && !run.IsCancelRequested)
        {
            run.IsCancelRequested = true;
            run.Count(EventType.WorkflowExecutionCancelRequested);
            CutDelayShort(run);
            EndIfTold(run);
        }

        return Answer.Ok;
    }

    private Answer Terminate(ModelRun run)
    {
        End(run, WorkflowExecutionStatus.Terminated);
        return Answer.Ok;
    }

    private Answer Tell(ModelRun run, WorkflowExecutionStatus end)
    {
        run.Count(EventType.WorkflowExecutionSignaled);
        run.ToldToEnd = end;
        EndIfTold(run);
        return Answer.Ok;
    }

    private static Answer Pause(ModelRun run)
    {
        if (run.IsPaused)
        {
            return Answer.Refusal(ErrorCodes.RunPaused);
        }

        run.IsPaused = true;
        run.Count(EventType.WorkflowExecutionPaused);
        return Answer.Ok;
    }

    private Answer Unpause(ModelRun run)
    {
        if (!run.IsPaused)
        {
            return Answer.Refusal(ErrorCodes.RunNotPaused);
        }

        run.IsPaused = false;
        run.Count(EventType.WorkflowExecutionUnpaused);
        WakeUp(run);
        return Answer.Ok;
    }

    private static Answer UpdatePriority(ModelRun run, int priority)
    {
        if (run.Priority != priority)
        {
            run.Priority = priority;
            run.Count(EventType.WorkflowExecutionOptionsUpdated);
        }

        return Answer.Value(priority);
    }

    /// <summary>Another run does anew what this one was told; its updates are given to its code once more.</summary>
    private Answer Reset(ModelRun run)
    {
        if (run.IsOpen)
        {
            run.Count(EventType.WorkflowExecutionTerminated);
            run.End(WorkflowExecutionStatus.Terminated, Now);
        }

        var again = Begin(run.WorkflowId, run.Way, TimeSpan.Zero, again =>
        {
            (again.Start, again.Delay) = (run.Start, run.Delay);
            again.Total = run.Total + run.Unseen;
            again.ToldToEnd = run.ToldToEnd;
            again.Priority = run.Priority;
            again.ExecutionDeadline = Now + run.Way.ExecutionLimit;
            foreach (var type in (EventType[])[EventType.WorkflowExecutionSignaled, EventType.WorkflowExecutionUpdateAccepted, EventType.WorkflowExecutionUpdateCompleted, EventType.ActivityTaskScheduled, EventType.ActivityTaskCompleted, EventType.WorkflowExecutionOptionsUpdated])
            {
                again.Count(type, run.Events.GetValueOrDefault(type));
            }

            again.Count(EventType.WorkflowExecutionUpdateAdmitted, run.Events.GetValueOrDefault(EventType.WorkflowExecutionUpdateAccepted));
        });
        EndIfTold(again);
        return Answer.Run(again.Made);
    }

    private Answer Delete(ModelRun run)
    {
        if (run.IsOpen)
        {
            End(run, WorkflowExecutionStatus.Terminated);
        }

        _workflows[run.WorkflowId].Remove(run);
        return Answer.Ok;
    }

    /// <summary>A run whose code knows why it is to end does so.</summary>
    private void EndIfTold(ModelRun run)
    {
        if (run.IsAwake && run.IsEnding)
        {
            End(run, run.ToldToEnd ?? WorkflowExecutionStatus.Canceled);
        }
    }

    private void End(ModelRun run, WorkflowExecutionStatus status)
    {
        run.Count(CloseEventOf(status));
        var children = run.Children.Values.ToList();
        run.End(status, Now);
        var hasSuccessor = TryFollow(run, status);
        children.ForEach(ApplyParentClosePolicy);
        if (!hasSuccessor)
        {
            TellParent(run, status);
        }
    }

    /// <summary>After a failure the run is tried again, under cron it comes again at the next full minute.</summary>
    private bool TryFollow(ModelRun run, WorkflowExecutionStatus status)
    {
        if (status is not (WorkflowExecutionStatus.Completed or WorkflowExecutionStatus.Failed or WorkflowExecutionStatus.TimedOut) || Now >= run.ExecutionDeadline)
        {
            return false;
        }

        if (run.Way.IsRetried && status != WorkflowExecutionStatus.Completed && run.Attempt < LedgerTimes.RunAttempts)
        {
            Begin(run.WorkflowId, run.Way, LedgerTimes.RunRetry, _ => { }, before: run, attempt: run.Attempt + 1);
            return true;
        }

        if (!run.Way.IsCron || Now + CronDelay(run.Start + run.Delay) > run.ExecutionDeadline)
        {
            return false;
        }

        Begin(run.WorkflowId, run.Way, CronDelay(run.Start + run.Delay), _ => { }, before: run);
        return true;
    }

    /// <summary>The first full minute after a time that is not over.</summary>
    private TimeSpan CronTime(TimeSpan began) => Math.Max(Math.Floor(began / LedgerTimes.CronPeriod) + 1, Math.Ceiling(Now / LedgerTimes.CronPeriod)) * LedgerTimes.CronPeriod;

    /// <summary>Until then, in whole seconds.</summary>
    private TimeSpan CronDelay(TimeSpan began) => TimeSpan.FromSeconds(Math.Ceiling((CronTime(began) - Now).TotalSeconds));

    /// <summary>The chain goes on with a new run; what was cut off a start delay is made up for.</summary>
    private void ContinueAsNew(ModelRun run, long amount)
    {
        run.Total += amount;
        var children = run.Children.Values.ToList();
        run.Count(EventType.WorkflowExecutionContinuedAsNew);
        run.End(WorkflowExecutionStatus.ContinuedAsNew, Now);
        var left = run.Start + run.Delay - Now;
        Begin(run.WorkflowId, run.Way with { First = run.Total, Note = run.Note, Attribute = run.Attribute }, left > TimeSpan.Zero ? left : TimeSpan.Zero, _ => { }, before: run);
        children.ForEach(ApplyParentClosePolicy);
    }

    private static EventType CloseEventOf(WorkflowExecutionStatus status) => status switch
    {
        WorkflowExecutionStatus.Completed => EventType.WorkflowExecutionCompleted,
        WorkflowExecutionStatus.Failed => EventType.WorkflowExecutionFailed,
        WorkflowExecutionStatus.Canceled => EventType.WorkflowExecutionCanceled,
        WorkflowExecutionStatus.TimedOut => EventType.WorkflowExecutionTimedOut,
        _ => EventType.WorkflowExecutionTerminated,
    };
}
