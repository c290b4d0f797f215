namespace Holdfast;

/// <summary>How a signal is sent.</summary>
public sealed record WorkflowSignalOptions
{
    /// <summary>
    /// Idempotence key: a run takes a signal with one request ID once. Default: a new one for each call; give your own to make the signal idempotent across
    /// crashes of the sender. 1 to 1,000 bytes of UTF-8.
    /// </summary>
    public string? RequestId { get; init; }

    internal void Validate() => RequestText.RequireWhenGiven(RequestId, "WorkflowSignalOptions.RequestId");
}
