using Holdfast.Interception;

namespace Holdfast;

/// <summary>An activity attempt that completes later, for whoever completes it.</summary>
/// <remarks>
/// Every member can throw <see cref="Protocol.HoldfastException"/> with code HF1007 when the attempt is over (it timed out, was retried, or the activity has ended) and
/// HF1001 when there is no such run or activity. Idempotence: what ended an attempt ends it once; a second report is refused with HF1007. Threading: safe from any thread.
/// </remarks>
public sealed class AsyncActivityHandle
{
    private readonly ClientCalls _calls;
    private readonly ActivityAddress _address;

    internal AsyncActivityHandle(ClientCalls calls, ActivityAddress address)
    {
        _calls = calls;
        _address = address;
    }

    /// <summary>Completes the activity with a result. Returns when that is durable.</summary>
    /// <param name="result">The result, serialised as what it is at run time.</param>
    /// <param name="cancellationToken">Ends the wait; the report may have been taken.</param>
    public Task CompleteAsync(object? result = null, CancellationToken cancellationToken = default) =>
        _calls.Chain.CompleteActivityAsync(new CompleteActivityInput(_address, result), cancellationToken);

    /// <summary>Fails the attempt; it is retried under the activity's retry policy. Returns when that is durable.</summary>
    /// <param name="exception">Why; an <see cref="ApplicationFailureException"/> can refuse or delay the retry.</param>
    /// <param name="lastHeartbeatDetails">Heartbeat details for the next attempt, each serialised as what it is at run time; null for none.</param>
    /// <param name="cancellationToken">Ends the wait; the report may have been taken.</param>
    public Task FailAsync(Exception exception, IReadOnlyList<object?>? lastHeartbeatDetails = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return _calls.Chain.FailActivityAsync(new FailActivityInput(_address, exception, lastHeartbeatDetails), cancellationToken);
    }

    /// <summary>Confirms that the activity was canceled, after a heartbeat said that it should be. Returns when that is durable.</summary>
    /// <param name="details">Details, each serialised as what it is at run time; null for none.</param>
    /// <param name="cancellationToken">Ends the wait; the report may have been taken.</param>
    public Task ReportCanceledAsync(IReadOnlyList<object?>? details = null, CancellationToken cancellationToken = default) =>
        _calls.Chain.ReportActivityCanceledAsync(new ReportActivityCanceledInput(_address, details), cancellationToken);

    /// <summary>Says that the attempt is alive. Not throttled: it is sent at once.</summary>
    /// <param name="details">Details for the next attempt, each serialised as what it is at run time; null for none.</param>
    /// <param name="cancellationToken">Ends the wait; the heartbeat may have been taken.</param>
    /// <returns>True when the activity should stop, because the workflow asked to cancel it.</returns>
    public Task<bool> HeartbeatAsync(IReadOnlyList<object?>? details = null, CancellationToken cancellationToken = default) =>
        _calls.Chain.HeartbeatActivityAsync(new HeartbeatActivityInput(_address, details), cancellationToken);
}
