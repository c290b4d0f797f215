using Holdfast.Protocol;

namespace Holdfast;

/// <summary>The run is paused and cannot take what was asked of it: a query, an update, or another pause.</summary>
public sealed class WorkflowPausedException : WorkflowException
{
    internal WorkflowPausedException(WorkflowExecution execution, HoldfastException refusal)
        : base(refusal.Code, execution, $"The workflow '{execution}' is paused.", refusal)
    {
    }
}
