using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Begins the history and schedules the first workflow task, at once or after its delay.</summary>
internal static class StartRunHandler
{
    internal static void Handle(RunState state, StartRun message, RunStep step)
    {
        Invariant.That(state.Workflow == message.Workflow && state.RunId == message.RunId, "a run is started in its own state");
        Invariant.That(message.Activity is null == message.Started.Kind is RunKind.Workflow, "a run executes workflow code or the activity that it is started with");
        if (StartRules.Problem(message, step.Limits) is { } problem)
        {
            step.Reject(problem.Code, problem.Message);
            return;
        }

        step.Record(state, message.Started);
        if (message.Activity is { } activity)
        {
            StandaloneActivities.Schedule(state, activity, step);
        }
        else if (state.FirstWorkflowTaskTime is null)
        {
            WorkflowTasks.Schedule(state, step);
        }

        if (state.StartPermit is StartPermitState.Expected or StartPermitState.Held)
        {
            StartPermits.Tell(state, step);
        }

        WakeUp.AtEarliest(state, step);
    }
}
