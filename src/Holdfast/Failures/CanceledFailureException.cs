using Holdfast.Protocol;

namespace Holdfast;

/// <summary>
/// Work was canceled: an activity, child workflow, timer or wait, by the token that it was given. It is an <see cref="OperationCanceledException"/>, so that
/// <c>catch (OperationCanceledException)</c> in workflow code means what it means everywhere.
/// </summary>
public sealed class CanceledFailureException : OperationCanceledException
{
    private readonly string? _remoteStackTrace;

    /// <summary>Creates a cancellation.</summary>
    /// <param name="message">What was canceled.</param>
    /// <param name="details">Values to send along.</param>
    /// <param name="innerException">The cause.</param>
    /// <param name="cancellationToken">The token that was canceled.</param>
    public CanceledFailureException(string message, IReadOnlyList<object?>? details = null, Exception? innerException = null, CancellationToken cancellationToken = default)
        : base(message, innerException, cancellationToken) => Details = FailureDetails.Of(details ?? []);

    internal CanceledFailureException(Failure failure, FailureInfo.Canceled info, Exception? innerException, IDataConverter converter)
        : base(failure.Message, innerException)
    {
        Failure = failure;
        _remoteStackTrace = failure.StackTrace;
        Details = FailureDetails.Of(info.Details, converter);
    }

    /// <summary>The failure as it was received; null for one that arose here.</summary>
    public Failure? Failure { get; internal set; }

    /// <summary>Values given by whoever confirmed the cancellation.</summary>
    public FailureDetails Details { get; }

    /// <inheritdoc/>
    public override string? StackTrace => RemoteStackTrace.Join(_remoteStackTrace, base.StackTrace);
}
