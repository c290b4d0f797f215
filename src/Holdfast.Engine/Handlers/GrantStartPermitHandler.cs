using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Lets a run in that waited for a permit.</summary>
internal static class GrantStartPermitHandler
{
    internal static void Handle(RunState state, RunStep step)
    {
        if (state.StartPermit == StartPermitState.Awaited && !state.IsPaused)
        {
            WorkflowTasks.RecordScheduled(state, step);
            WorkflowTasks.Offer(state, state.WorkflowTask!, step);
        }
    }
}
