using Holdfast.Protocol;

namespace Holdfast;

/// <summary>The run is closed and cannot take the request (code HF1004).</summary>
public sealed class WorkflowClosedException : WorkflowException
{
    internal WorkflowClosedException(WorkflowExecution execution, HoldfastException refusal)
        : base(refusal.Code, execution, $"Workflow '{execution}' is closed and takes no more signals, updates, cancellations or terminations. Its result and history can still be read.", refusal)
    {
    }
}
