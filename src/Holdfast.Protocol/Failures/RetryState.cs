namespace Holdfast.Protocol;

/// <summary>Why there was no further attempt. Numbers are Temporal's.</summary>
public enum RetryState
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>A retry is under way.</summary>
    InProgress = 1,

    /// <summary>The failure is one that must not be retried.</summary>
    NonRetryableFailure = 2,

    /// <summary>A timeout left no room for another attempt.</summary>
    Timeout = 3,

    /// <summary>The retry policy's attempts are used up.</summary>
    MaximumAttemptsReached = 4,

    /// <summary>There is no retry policy.</summary>
    RetryPolicyNotSet = 5,

    /// <summary>The engine failed.</summary>
    InternalServerError = 6,

    /// <summary>Cancellation was requested.</summary>
    CancelRequested = 7,
}
