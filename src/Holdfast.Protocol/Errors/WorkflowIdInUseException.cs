namespace Holdfast.Protocol;

/// <summary>A start was refused because of another run of the workflow ID, which it names: code <see cref="ErrorCodes.WorkflowAlreadyStarted"/> or <see cref="ErrorCodes.WorkflowIdReuseRefused"/>; for an activity that a client starts <see cref="ErrorCodes.ActivityAlreadyStarted"/>.</summary>
public sealed class WorkflowIdInUseException : HoldfastException
{
    /// <summary>Creates the error.</summary>
    /// <param name="code">The code.</param>
    /// <param name="message">What is wrong and how to mend it.</param>
    /// <param name="existing">The run that stands in the way.</param>
    public WorkflowIdInUseException(ErrorCode code, string message, WorkflowExecution existing)
        : base(code, message) => Existing = existing;

    /// <summary>The run that stands in the way.</summary>
    public WorkflowExecution Existing { get; }
}
