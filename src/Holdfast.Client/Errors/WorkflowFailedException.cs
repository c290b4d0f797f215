using Holdfast.Protocol;

namespace Holdfast;

/// <summary>The run closed without a result: it failed, timed out, was canceled or terminated (code HF3020). The inner exception says why.</summary>
public sealed class WorkflowFailedException : WorkflowException
{
    internal WorkflowFailedException(WorkflowExecution execution, CloseFailure close, Exception cause)
        : base(ErrorCodes.WorkflowFailed, execution, $"Workflow '{execution}' {Describe(close.Status)}: {cause.Message}", cause)
    {
        Status = close.Status;
        RetryState = close.RetryState;
        Failure = close.Failure;
    }

    /// <summary>How the run closed: Failed, TimedOut, Canceled or Terminated.</summary>
    public WorkflowExecutionStatus Status { get; }

    /// <summary>Why there was no further run under the workflow's retry policy.</summary>
    public RetryState RetryState { get; }

    /// <summary>Why, as it was recorded.</summary>
    public Failure Failure { get; }

    private static string Describe(WorkflowExecutionStatus status) => status switch
    {
        WorkflowExecutionStatus.TimedOut => "timed out",
        WorkflowExecutionStatus.Canceled => "was canceled",
        WorkflowExecutionStatus.Terminated => "was terminated",
        _ => "failed",
    };
}
