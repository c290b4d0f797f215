using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Limits on starts: a run that they count has its first workflow task only with a permit, which whoever counts open runs grants.</summary>
internal static class StartPermits
{
    /// <summary>Where a run stands that begins so.</summary>
    internal static StartPermitState AtStart(StartAdmission admission) => admission switch
    {
        StartAdmission.Unlimited => StartPermitState.NotNeeded,
        StartAdmission.Granted => StartPermitState.Held,
        _ => StartPermitState.Expected,
    };

    /// <summary>How the next run of a chain is let in: it takes over the permit of the one before, unless cron has set it its own time.</summary>
    internal static StartAdmission OfSuccessor(RunState state, bool isCron) => state.Started.Admission switch
    {
        StartAdmission.Unlimited => StartAdmission.Unlimited,
        _ => isCron ? StartAdmission.Waits : StartAdmission.Granted,
    };

    /// <summary>True while the first workflow task may not be scheduled.</summary>
    internal static bool IsMissing(RunState state) => state.StartPermit is StartPermitState.Expected or StartPermitState.Awaited;

    /// <summary>The first workflow task is due: says that the run waits for a permit.</summary>
    internal static void Ask(RunState state, RunStep step)
    {
        if (state.StartPermit == StartPermitState.Expected)
        {
            step.Record(state, new StartPermitAwaited(step.Now));
        }

        step.Emit(StartPermitChanged.Instance);
    }

    /// <summary>Tells those who count open runs of this one, when they count it.</summary>
    internal static void Tell(RunState state, RunStep step)
    {
        if (state.StartPermit != StartPermitState.NotNeeded)
        {
            step.Emit(StartPermitChanged.Instance);
        }
    }
}
