namespace Holdfast.Protocol;

/// <summary>How an activity attempt ended.</summary>
public abstract record ActivityOutcome
{
    private ActivityOutcome()
    {
    }

    /// <summary>With a result.</summary>
    /// <param name="Result">The result; empty when there is none.</param>
    public sealed record Completed(Payloads Result) : ActivityOutcome;

    /// <summary>With a failure.</summary>
    /// <param name="Failure">Why.</param>
    /// <param name="LastHeartbeatDetails">Heartbeat details that the throttle had not sent yet; null when there are none.</param>
    public sealed record Failed(Failure Failure, Payloads? LastHeartbeatDetails = null) : ActivityOutcome;

    /// <summary>Canceled, after cancellation was requested.</summary>
    /// <param name="Details">Details.</param>
    public sealed record Canceled(Payloads Details) : ActivityOutcome;

    /// <summary>
    /// The worker has done its part; somebody else will report the end, by the attempt's reference or the activity's ID. The attempt goes on under its timeouts,
    /// and outlives the worker's process.
    /// </summary>
    public sealed record CompletesLater : ActivityOutcome;
}
