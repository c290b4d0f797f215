namespace Holdfast.Engine;

/// <summary>Schedules a workflow task without news, unless one waits or runs or the code has not begun.</summary>
internal static class ForceWorkflowTaskHandler
{
    internal static void Handle(RunState state, RunStep step)
    {
        if (state.PreviousStartedEventId != 0)
        {
            WorkflowTasks.Ensure(state, step);
        }
    }
}
