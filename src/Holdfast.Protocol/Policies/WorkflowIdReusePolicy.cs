namespace Holdfast.Protocol;

/// <summary>Whether a workflow ID whose last run is closed may be started again. Numbers are Temporal's.</summary>
public enum WorkflowIdReusePolicy
{
    /// <summary>Always.</summary>
    AllowDuplicate = 1,

    /// <summary>Only when the last run failed, timed out, was canceled or terminated.</summary>
    AllowDuplicateFailedOnly = 2,

    /// <summary>Never, while the closed run is retained.</summary>
    RejectDuplicate = 3,

    /// <summary>Always; a run that is open is terminated. Better said as the conflict policy.</summary>
    TerminateIfRunning = 4,
}
