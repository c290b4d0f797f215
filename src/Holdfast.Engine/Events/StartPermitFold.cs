using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run's place under the limits on starts.</summary>
internal static class StartPermitFold
{
    internal static void Awaited(RunState state, StartPermitAwaited awaited)
    {
        Invariant.That(state.StartPermit == StartPermitState.Expected, "a run asks once for its permit");
        state.StartPermit = StartPermitState.Awaited;
        state.StartPermitAwaitedSince = awaited.Time;
        state.FirstWorkflowTaskTime = null;
    }

    /// <summary>A workflow task is the sign of the permit, also in a run that copied the events of another.</summary>
    internal static void Used(RunState state)
    {
        if (state.StartPermit != StartPermitState.NotNeeded)
        {
            state.StartPermit = StartPermitState.Held;
            state.StartPermitAwaitedSince = null;
        }
    }
}
