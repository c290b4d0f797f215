using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Calls workflow code on the thread that turns the owner's loop. Code that holds it too long loses the loop: what becomes of the call then comes as a message.</summary>
internal sealed class WorkflowCode(ShardOwner owner, WorkflowAnswers answers)
{
    private RunEntry? _calling;

    /// <summary>Calls a run's code, or what of it was suspended, and sees to its answer.</summary>
    /// <param name="run">The run.</param>
    /// <param name="handler">The run's worker; null when something suspended is continued.</param>
    /// <param name="suspended">What is continued or asked; null when the handler is called.</param>
    /// <param name="task">What the code is given.</param>
    /// <param name="query">Who waits for the answer to a query; null for a task.</param>
    /// <returns>False when another thread has taken the loop over.</returns>
    public bool Call(RunEntry run, IWorkflowTaskHandler? handler, SuspendedWorkflowTask? suspended, WorkflowTask task, IReply? query)
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
        answers.Take(run, task, result, query);
        return true;
    }

    /// <summary>Called while another thread is in a call that holds the loop too long.</summary>
    public void LogTakeOver(TimeSpan elapsed)
    {
        if (Volatile.Read(ref _calling) is { } run)
        {
            OwnerLog.LoopTakenOver(owner.Services.Logger, run.State.WorkflowType, run.Workflow.WorkflowId, run.RunId, elapsed);
        }
    }

    /// <summary>Calls workflow code on any thread. What a worker throws is the failure of the task.</summary>
    public static WorkflowTaskResult Execute(IWorkflowTaskHandler? handler, SuspendedWorkflowTask? suspended, WorkflowTask task)
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
}
