using Holdfast.Protocol;

namespace Holdfast;

/// <summary>There is no such workflow, run, or update (code HF1001).</summary>
public sealed class WorkflowNotFoundException : WorkflowException
{
    internal WorkflowNotFoundException(string ns, WorkflowExecution execution, HoldfastException refusal)
        : base(refusal.Code, execution, $"Workflow '{execution}' was not found in namespace '{ns}'. Check the ID, the run ID and the namespace; a closed run is kept only for the retention time. ({refusal.Message})", refusal)
    {
    }
}
