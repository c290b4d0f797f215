using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>An open run that limits on starts count. Guarded by its <see cref="StartQueue"/>'s lock.</summary>
internal sealed class StartTicket(WorkflowKey workflow, RunId runId, StartLane lane)
{
    public WorkflowKey Workflow => workflow;

    public RunId RunId => runId;

    public StartLane Lane => lane;

    /// <summary>Where it stands.</summary>
    public StartPermitState State { get; set; } = StartPermitState.Expected;

    /// <summary>Since when it waits, or waited before it was let in; null when it was never due.</summary>
    public DateTimeOffset? AwaitedSince { get; set; }

    /// <summary>When the first of its row of debounced starts came; null when it was not debounced.</summary>
    public DateTimeOffset? DebouncedSince { get; init; }

    /// <summary>True when another run takes its place, and it was told so.</summary>
    public bool IsToldToGo { get; set; }

    /// <summary>True while it waits and nothing takes its place.</summary>
    public bool Waits => State is StartPermitState.Awaited && !IsToldToGo;

    /// <summary>The order of their start: run IDs sort by it.</summary>
    public static IComparer<StartTicket> ByStart { get; } = Comparer<StartTicket>.Create(static (one, other) => one.RunId.CompareTo(other.RunId));

    /// <summary>It has a permit from now on.</summary>
    public void Hold()
    {
        State = StartPermitState.Held;
        foreach (var pool in lane.Pools)
        {
            pool.Held++;
        }
    }

    /// <summary>It has its permit no longer.</summary>
    public void GiveBack()
    {
        State = StartPermitState.Expected;
        foreach (var pool in lane.Pools)
        {
            pool.Held--;
        }
    }
}
