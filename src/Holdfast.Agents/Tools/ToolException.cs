namespace Holdfast.Agents;

/// <summary>Thrown by a tool to tell the model what went wrong. Messages of other exceptions stay on the host and in the history, and the model reads that the tool failed.</summary>
public sealed class ToolException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What the model reads.</param>
    /// <param name="isRetryable">True when the tool's retry policy applies first. Default false: the model reads it at once.</param>
    /// <param name="nextRetryDelay">Replaces the retry policy's delay before the next attempt. Default: the policy's.</param>
    /// <param name="innerException">The cause; it goes into the host's log only.</param>
    public ToolException(string message, bool isRetryable = false, TimeSpan? nextRetryDelay = null, Exception? innerException = null)
        : base(message, innerException)
    {
        IsRetryable = isRetryable;
        NextRetryDelay = nextRetryDelay;
    }

    /// <summary>True when the tool's retry policy applies first.</summary>
    public bool IsRetryable { get; }

    /// <summary>Replaces the retry policy's delay before the next attempt.</summary>
    public TimeSpan? NextRetryDelay { get; }
}
