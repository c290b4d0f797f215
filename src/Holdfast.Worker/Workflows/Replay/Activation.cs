using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>One workflow task of a run's code: the jobs of the events since the last one, then everything that has become ready.</summary>
/// <remarks>
/// The order is Temporal's, because a history must replay in its SDKs too: the start, then signals and updates in the order of history, then what was waited
/// for in the order of history, then a request to cancel the run, then one drain of the queue.
/// </remarks>
internal sealed class Activation(WorkflowRun run, List<HistoryEvent> jobs, IReadOnlyList<UpdateRequest> updates)
{
    /// <summary>Runs the task. Foreign work and failures are left on the run.</summary>
    public void Run(TaskFacts facts)
    {
        run.Facts = facts;
        run.Context.Enter(static activation => ((Activation)activation!).Step(), this);
    }

    /// <summary>Does one more thing within the task, and all that follows from it.</summary>
    public static void Deliver(WorkflowRun run, Action happening) => run.Context.Enter(
        _ =>
        {
            try
            {
                happening();
                Drain(run);
            }
            catch (Exception exception)
            {
                run.FailTask(exception);
            }
        },
        run);

    private void Step()
    {
        try
        {
            Apply(EventRole.StartJob);
            Apply(EventRole.HandlerJob);
            foreach (var update in updates)
            {
                run.Scheduler.Enqueue(_ => run.Observe(UpdateRoutine.RunAsync(run, update)), null);
            }

            Apply(EventRole.ResolutionJob);
            Apply(EventRole.CancelJob);
            Drain(run);
        }
        catch (Exception exception)
        {
            run.FailTask(exception);
        }
    }

    private void Apply(EventRole role)
    {
        foreach (var job in jobs)
        {
            if (EventJobs.RoleOf(job) == role)
            {
                EventJobs.Apply(run, job);
            }
        }
    }

    private static void Drain(WorkflowRun run)
    {
        do
        {
            while (run.TaskFailure is null && run.Scheduler.RunNext())
            {
                // Each call runs one piece.
            }
        }
        while (run.TaskFailure is null && run.Pending.ReleaseCondition());
    }
}
