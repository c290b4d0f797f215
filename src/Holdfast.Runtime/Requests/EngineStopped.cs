using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What those are told whose requests the engine can no longer answer.</summary>
internal static class EngineStopped
{
    /// <summary>An error with a code is the answer, save that of the journal: it says why the engine stops, and the request may be sent to the next one.</summary>
    public static HoldfastException Answer(Exception cause) => cause is HoldfastException answer && answer.Code != ErrorCodes.JournalFailed && answer.Code != ErrorCodes.JournalDeposed
        ? answer
        : new HoldfastException(ErrorCodes.Unavailable, "The engine stopped before it could answer. Whether the request took effect is not known; send it again with the same request ID.", cause);
}
