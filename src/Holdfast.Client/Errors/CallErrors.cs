using Holdfast.Protocol;

namespace Holdfast;

/// <summary>What the engine's refusals mean to a caller.</summary>
internal static class CallErrors
{
    /// <summary>True when a start was refused because of another run of the workflow ID.</summary>
    public static bool IsAlreadyStarted(ErrorCode code) => code == ErrorCodes.WorkflowAlreadyStarted || code == ErrorCodes.WorkflowIdReuseRefused;

    /// <summary>True when the same call may succeed a moment later.</summary>
    public static bool IsTransient(ErrorCode code) => code == ErrorCodes.ResourceExhausted || code == ErrorCodes.Unavailable;
}
