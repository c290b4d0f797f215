namespace Holdfast.Simulation;

/// <summary>The kinds of faults by which requests come late, twice, or without their callers' learning what became of them.</summary>
internal static class NetworkFaultKinds
{
    private const FaultKinds All = FaultKinds.MessagesLost | FaultKinds.MessagesLate | FaultKinds.MessagesDoubled | FaultKinds.MessagesReordered | FaultKinds.Partitions | FaultKinds.HostStops;

    /// <summary>True when a world knows any of them.</summary>
    public static bool HasNetworkFaults(this FaultKinds kinds) => (kinds & All) != FaultKinds.None;
}
