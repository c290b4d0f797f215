namespace Holdfast.Protocol;

/// <summary>Why a signal could not be given to another run. Numbers are Temporal's.</summary>
public enum SignalExternalWorkflowExecutionFailedCause
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>There is no such workflow, or it is closed.</summary>
    ExternalWorkflowExecutionNotFound = 1,

    /// <summary>There is no such namespace.</summary>
    NamespaceNotFound = 2,

    /// <summary>The other run has received as many signals as it may.</summary>
    SignalCountLimitExceeded = 3,
}
