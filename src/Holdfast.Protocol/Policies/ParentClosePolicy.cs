namespace Holdfast.Protocol;

/// <summary>What happens to an open child when its parent closes. Numbers are Temporal's.</summary>
public enum ParentClosePolicy
{
    /// <summary>The child is terminated.</summary>
    Terminate = 1,

    /// <summary>The child goes on.</summary>
    Abandon = 2,

    /// <summary>The child is asked to cancel.</summary>
    RequestCancel = 3,
}
