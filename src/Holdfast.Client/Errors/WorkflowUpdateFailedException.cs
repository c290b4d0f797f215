using Holdfast.Protocol;

namespace Holdfast;

/// <summary>The update was refused by its validator, or its handler failed (code HF3021). The inner exception says why.</summary>
public sealed class WorkflowUpdateFailedException : WorkflowException
{
    internal WorkflowUpdateFailedException(WorkflowExecution execution, string updateId, Failure failure, Exception cause)
        : base(ErrorCodes.WorkflowUpdateFailed, execution, $"Update '{updateId}' of workflow '{execution}' failed: {cause.Message}", cause)
    {
        UpdateId = updateId;
        Failure = failure;
    }

    /// <summary>The update's ID.</summary>
    public string UpdateId { get; }

    /// <summary>Why, as it was recorded.</summary>
    public Failure Failure { get; }
}
