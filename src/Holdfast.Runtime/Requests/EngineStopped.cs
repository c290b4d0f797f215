using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What those are told whose requests the engine can no longer answer.</summary>
internal static class EngineStopped
{
    public static HoldfastException Answer(Exception cause) => cause as HoldfastException
        ?? new HoldfastException(ErrorCodes.Unavailable, "The engine stopped before it could answer. Whether the request took effect is not known; send it again with the same request ID.", cause);
}
