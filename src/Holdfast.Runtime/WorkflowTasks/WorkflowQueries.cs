using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Asks workflow code the queries that wait for their run.</summary>
internal sealed class WorkflowQueries(WorkflowWorkers workers, WorkflowCode code)
{
    /// <summary>Asks those of a run that may be asked now.</summary>
    /// <returns>False when another thread has taken the loop over.</returns>
    public bool AskThoseOf(RunEntry run)
    {
        while (!run.IsWorkflowCodeRunning && run.Waiters.HasQueries && MayBeAsked(run))
        {
            if (workers.Find(run) is not { Workflows: { } workflows })
            {
                workers.Await(run);
                return true;
            }

            if (run.Waiters.TryTakeQuery(out var query) && !Ask(run, workflows, query!))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A task that is suspended knows nothing of what came since it began, which may have been acknowledged: queries then wait for the next task.</summary>
    private static bool MayBeAsked(RunEntry run) =>
        run.Suspended is { } suspended ? suspended.MayAnswerQueries && run.State.BufferedEvents.Count == 0 : run.State.CanAnswerQueries;

    /// <summary>A query that waited goes on where it was, unless the run has gone on meanwhile: then it is asked again.</summary>
    private bool Ask(RunEntry run, IWorkflowTaskHandler workflows, QueryRequest query)
    {
        var waited = query.Suspended;
        query.Suspended = null;
        return run.Suspended is null && waited is not null && waited.Task.StartedEventId == run.State.PreviousStartedEventId
            ? code.Call(run, workflows, waited, waited.Task, query)
            : code.Call(run, workflows, run.Suspended, WorkflowTaskFactory.QueryOf(run, query.Query), query);
    }
}
