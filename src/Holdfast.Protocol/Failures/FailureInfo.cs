namespace Holdfast.Protocol;

/// <summary>The kinds of failure; the cases are Temporal's.</summary>
public abstract record FailureInfo
{
    private FailureInfo()
    {
    }

    /// <summary>User code failed.</summary>
    /// <param name="Type">Name of the failure type (for an exception: its type name); matched by retry policies.</param>
    /// <param name="NonRetryable">True when no retry can help.</param>
    /// <param name="Details">Details given by user code.</param>
    /// <param name="NextRetryDelay">Overrides the retry policy's delay for the next attempt.</param>
    /// <param name="Category">Severity for logs and metrics.</param>
    public sealed record Application(string Type, bool NonRetryable, Payloads Details, TimeSpan? NextRetryDelay = null, FailureCategory Category = FailureCategory.Unspecified) : FailureInfo;

    /// <summary>A timeout passed.</summary>
    /// <param name="TimeoutType">Which timeout.</param>
    /// <param name="LastHeartbeatDetails">Details of the last heartbeat, if any.</param>
    public sealed record Timeout(TimeoutType TimeoutType, Payloads LastHeartbeatDetails) : FailureInfo;

    /// <summary>The work was canceled.</summary>
    /// <param name="Details">Details given by whoever confirmed the cancellation.</param>
    public sealed record Canceled(Payloads Details) : FailureInfo;

    /// <summary>The run was terminated.</summary>
    public sealed record Terminated : FailureInfo;

    /// <summary>The engine failed.</summary>
    /// <param name="NonRetryable">True when no retry can help.</param>
    public sealed record Server(bool NonRetryable) : FailureInfo;

    /// <summary>The run was reset.</summary>
    /// <param name="LastHeartbeatDetails">Details of the last heartbeat, when it is an activity that failed by it.</param>
    public sealed record ResetWorkflow(Payloads LastHeartbeatDetails) : FailureInfo;

    /// <summary>An activity failed; the cause says why.</summary>
    public sealed record Activity(long ScheduledEventId, long StartedEventId, string Identity, string ActivityType, string ActivityId, RetryState RetryState) : FailureInfo;

    /// <summary>A child workflow failed; the cause says why.</summary>
    public sealed record ChildWorkflow(string Namespace, WorkflowExecution Execution, string WorkflowType, long InitiatedEventId, long StartedEventId, RetryState RetryState) : FailureInfo;
}
