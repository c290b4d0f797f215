using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Takes what workers answer to workflow tasks and to queries.</summary>
internal sealed class WorkflowAnswers(ShardOwner owner, WorkflowWorkers workers, SuspendedTasks suspensions)
{
    /// <summary>Workflow code returned.</summary>
    /// <param name="run">Its run.</param>
    /// <param name="task">What it was given.</param>
    /// <param name="result">What it answers.</param>
    /// <param name="query">Who waits for the answer to a query; null for a task.</param>
    public void Take(RunEntry run, WorkflowTask task, WorkflowTaskResult result, IReply? query)
    {
        if (query is null)
        {
            OfTask(run, task, result);
        }
        else
        {
            OfQuery(run, task, result, query);
        }
    }

    private void OfTask(RunEntry run, WorkflowTask task, WorkflowTaskResult result)
    {
        switch (result)
        {
            case WorkflowTaskResult.Completed completed:
                Complete(run, task, completed);
                break;
            case WorkflowTaskResult.Suspended suspended:
                suspensions.Suspend(run, task, suspended.Task);
                break;
            case WorkflowTaskResult.Failed failed:
                Fail(run, task, failed);
                break;
            default:
                throw Unexpected(result, "workflow task");
        }
    }

    private void OfQuery(RunEntry run, WorkflowTask task, WorkflowTaskResult result, IReply query)
    {
        switch (result)
        {
            case WorkflowTaskResult.QueryAnswered answered:
                owner.Batches.Gate(GatedEffect.Reply(query, new QueryWorkflowResponse(answered.Result)));
                break;
            case WorkflowTaskResult.QueryFailed failed:
                owner.Batches.Gate(GatedEffect.Reply(query, new QueryFailedException(failed.Failure)));
                break;
            case WorkflowTaskResult.Suspended suspended when query is QueryRequest request:
                suspensions.Suspend(run, task, suspended.Task, request);
                break;
            case WorkflowTaskResult.Failed failed:
                owner.Batches.Gate(GatedEffect.Reply(query, new QueryFailedException(failed.Failure)));
                workers.Evict(run);
                break;
            default:
                throw Unexpected(result, "query");
        }
    }

    private void Complete(RunEntry run, WorkflowTask task, WorkflowTaskResult.Completed completed)
    {
        var worker = workers.Find(run);
        owner.Steps.Take(run, new CompleteWorkflowTask(
            task.StartedEventId,
            task.Attempt,
            completed.Commands,
            worker?.Identity ?? string.Empty,
            completed.ForceNewTask,
            worker?.BuildId ?? string.Empty));
        EvictUnlessCompleted(run, task);
    }

    private void Fail(RunEntry run, WorkflowTask task, WorkflowTaskResult.Failed failed)
    {
        OwnerLog.WorkflowTaskFailed(owner.Services.Logger, task.WorkflowType, task.Workflow.WorkflowId, task.RunId, task.Attempt, failed.Cause, failed.Failure.Message);
        owner.Steps.Take(run, new FailWorkflowTask(task.StartedEventId, task.Attempt, failed.Cause, failed.Failure, workers.IdentityOf(run)));
        workers.Evict(run);
        while (run.State.KeepsFailingToBegin && run.Waiters.TryTakeQuery(out var query))
        {
            owner.Batches.Gate(GatedEffect.Reply(query!, Faults.QueryOfFailingRun(run)));
        }
    }

    /// <summary>When the engine did not take the commands as they are, the worker's cached state is ahead of history and must go.</summary>
    private void EvictUnlessCompleted(RunEntry run, WorkflowTask task)
    {
        if (run.State.PreviousStartedEventId != task.StartedEventId)
        {
            workers.Evict(run);
        }
    }

    private static HoldfastException Unexpected(WorkflowTaskResult result, string asked) =>
        new(ErrorCodes.InvariantBroken, $"A worker answered {result.GetType().Name} to a {asked}. This is a defect of the worker; please report it.");
}
