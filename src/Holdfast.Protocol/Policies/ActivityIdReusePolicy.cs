namespace Holdfast.Protocol;

/// <summary>Whether the ID of an activity whose last run is closed may be started again. Numbers are Temporal's.</summary>
public enum ActivityIdReusePolicy
{
    /// <summary>Always.</summary>
    AllowDuplicate = 1,

    /// <summary>Only when the last run failed, timed out, was canceled or terminated.</summary>
    AllowDuplicateFailedOnly = 2,

    /// <summary>Never, while the closed run is retained.</summary>
    RejectDuplicate = 3,
}
