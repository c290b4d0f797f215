using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A child workflow failed, timed out or was terminated, or could not be started; <see cref="Exception.InnerException"/> says why.</summary>
public sealed class ChildWorkflowFailureException : FailureException
{
    /// <summary>Creates the failure from what was received.</summary>
    internal ChildWorkflowFailureException(Failure failure, FailureInfo.ChildWorkflow info, Exception? innerException)
        : base(failure.Message, innerException, failure) => Info = info;

    /// <summary>The child's workflow type.</summary>
    public string WorkflowType => Info.WorkflowType;

    /// <summary>The child's workflow ID and last run.</summary>
    public WorkflowExecution Execution => Info.Execution;

    /// <summary>Why there was no further attempt.</summary>
    public RetryState RetryState => Info.RetryState;

    /// <summary>Everything that is known of the child.</summary>
    public FailureInfo.ChildWorkflow Info { get; }
}
