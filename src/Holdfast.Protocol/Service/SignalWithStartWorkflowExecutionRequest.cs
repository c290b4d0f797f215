namespace Holdfast.Protocol;

/// <summary>Request of <see cref="IWorkflowService.SignalWithStartWorkflowExecutionAsync"/>.</summary>
public sealed record SignalWithStartWorkflowExecutionRequest
{
    /// <summary>
    /// The start, used when no run of the workflow ID is open. Its request ID is that of the signal as well. The conflict policy must be UseExisting or
    /// TerminateExisting.
    /// </summary>
    public required StartWorkflowExecutionRequest Start { get; init; }

    /// <summary>The signal's name.</summary>
    public required string SignalName { get; init; }

    /// <summary>The signal's arguments.</summary>
    public Payloads SignalInput { get; init; } = Payloads.Empty;

    /// <summary>Context of the signal passed by interceptors.</summary>
    public PayloadMap SignalHeader { get; init; } = PayloadMap.Empty;
}
