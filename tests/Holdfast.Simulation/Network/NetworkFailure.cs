using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>What callers learn when the network fails them.</summary>
internal static class NetworkFailure
{
    /// <summary>The request, or its answer, did not arrive; or arrives later, when nobody waits for it.</summary>
    public static HoldfastException ConnectionLost() => new(ErrorCodes.Unavailable, "The connection was lost.");

    /// <summary>Nobody listens at the node.</summary>
    public static HoldfastException Refused() => new(ErrorCodes.Unavailable, "The connection was refused.");
}
