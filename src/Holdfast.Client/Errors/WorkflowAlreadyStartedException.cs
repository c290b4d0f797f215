using Holdfast.Protocol;

namespace Holdfast;

/// <summary>
/// The start was refused because of another run of the workflow ID: one that is open (code HF1002), or a closed one that the reuse policy protects (HF1003).
/// </summary>
public sealed class WorkflowAlreadyStartedException : WorkflowException
{
    internal WorkflowAlreadyStartedException(WorkflowExecution existing, HoldfastException refusal)
        : base(refusal.Code, existing, Describe(existing, refusal.Code), refusal)
    {
    }

    private static string Describe(WorkflowExecution existing, ErrorCode code) =>
        code == ErrorCodes.WorkflowAlreadyStarted
            ? $"Workflow '{existing}' is running already. Use a handle to it, start under another ID, or choose another WorkflowOptions.IdConflictPolicy."
            : $"Workflow '{existing}' ran before, and WorkflowOptions.IdReusePolicy refuses another run. Start under another ID, or choose another policy.";
}
