using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <summary>What became of the replay of one run.</summary>
/// <param name="Execution">The run.</param>
/// <param name="WorkflowType">Its workflow type.</param>
/// <param name="Error">Why the code does not follow the history, or why it could not be read; null when the code follows.</param>
public sealed record WorkflowReplayResult(WorkflowExecution Execution, string WorkflowType, HoldfastException? Error)
{
    /// <summary>True when the code follows the history.</summary>
    public bool Succeeded => Error is null;
}
