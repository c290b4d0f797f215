using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Workflow tasks and queries whose code waits for something of its worker: local activities, blobs.</summary>
internal sealed class SuspendedTasks(ShardOwner owner, WorkflowWorkers workers, ReadyRuns ready)
{
    /// <summary>The task stays under way; its local activities begin when it is durable, and their ends bring it back.</summary>
    public void Suspend(RunEntry run, WorkflowTask task, ISuspendedWorkflowTask suspended)
    {
        if (!run.State.IsUnderWay(task))
        {
            workers.Evict(run);
            return;
        }

        run.Suspended = new SuspendedWorkflowTask(task, suspended);
        suspended.NotifyWhenReady(() => owner.PostReport(new SuspendedTaskReady(run, task)));
        owner.Batches.Gate(GatedEffect.Run(() => owner.Mailbox.Post(new SuspendedTaskDurable(run, task))));
    }

    /// <summary>The query is set aside; those behind it have their turn.</summary>
    public void Suspend(RunEntry run, WorkflowTask task, ISuspendedWorkflowTask suspended, QueryRequest query)
    {
        run.Suspend(query);
        suspended.NotifyWhenReady(() => owner.PostReport(new SuspendedQueryReady(run, query, new SuspendedWorkflowTask(task, suspended))));
    }

    /// <summary>What a suspended task waits for may begin.</summary>
    public static void TaskDurable(RunEntry run, WorkflowTask task)
    {
        if (run.Suspended is { } suspended && ReferenceEquals(suspended.Task, task))
        {
            suspended.Begin();
        }
    }

    /// <summary>A suspended task can be continued.</summary>
    public void TaskReady(RunEntry run, WorkflowTask task)
    {
        if (run.Suspended is { } suspended && ReferenceEquals(suspended.Task, task))
        {
            suspended.IsReady = true;
            ready.Enqueue(run);
        }
    }

    /// <summary>A suspended query can be continued.</summary>
    public void QueryReady(RunEntry run, QueryRequest query, SuspendedWorkflowTask suspended)
    {
        query.Suspended = suspended;
        if (run.Waiters.Resume(query))
        {
            ready.Enqueue(run);
        }
    }
}
