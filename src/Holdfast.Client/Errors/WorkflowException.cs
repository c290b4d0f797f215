using Holdfast.Protocol;

namespace Holdfast;

/// <summary>An error about one workflow.</summary>
public abstract class WorkflowException : HoldfastException
{
    private protected WorkflowException(ErrorCode code, WorkflowExecution execution, string message, Exception? innerException)
        : base(code, message, innerException)
    {
        WorkflowId = execution.WorkflowId;
        RunId = execution.RunId;
    }

    /// <summary>The workflow ID.</summary>
    public string WorkflowId { get; }

    /// <summary>The run; <see cref="RunId.None"/> when none was named or it is not known.</summary>
    public RunId RunId { get; }
}
