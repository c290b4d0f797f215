namespace Holdfast.Protocol;

/// <summary>Why a child could not be started. Numbers are Temporal's.</summary>
public enum StartChildWorkflowExecutionFailedCause
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>Its workflow ID is in use, or may not be reused.</summary>
    WorkflowAlreadyExists = 1,

    /// <summary>Its namespace does not exist.</summary>
    NamespaceNotFound = 2,
}
