using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The first request to cancel becomes an event; later ones change nothing.</summary>
internal static class RequestCancelRunHandler
{
    internal static void Handle(RunState state, RequestCancelRun message, RunStep step)
    {
        if (!ChainRules.Belongs(state, message.FirstExecutionRunId, step) || state.CancelRequested)
        {
            return;
        }

        if (SizeRules.LengthProblem("The request ID", message.RequestId, step.Limits) is { } problem)
        {
            step.Reject(problem.Code, problem.Message);
            return;
        }

        var requested = new WorkflowExecutionCancelRequested { Cause = message.Reason, Identity = message.Identity, RequestId = message.RequestId };
        Happenings.Record(state, requested, step);
        if (state.IsStandaloneActivity)
        {
            StandaloneActivities.Cancel(state, message.Identity, step);
        }
        else if (StartPermits.IsMissing(state))
        {
            RunClosing.Close(state, new WorkflowExecutionCanceled { WorkflowTaskCompletedEventId = 0 }, step); // it has not been let in: its code has nothing to clean up
        }
        else
        {
            WorkflowTasks.Ensure(state, step);
        }
    }
}
