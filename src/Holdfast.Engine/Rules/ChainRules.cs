using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Requests that name the first run of a chain.</summary>
internal static class ChainRules
{
    /// <summary>Refuses the request when it means another chain.</summary>
    internal static bool Belongs(RunState state, RunId firstExecutionRunId, RunStep step)
    {
        if (firstExecutionRunId.IsNone || firstExecutionRunId == state.FirstExecutionRunId)
        {
            return true;
        }

        step.Reject(ErrorCodes.NotFound, $"The run belongs to the chain that began with {state.FirstExecutionRunId}, not {firstExecutionRunId}.");
        return false;
    }
}
