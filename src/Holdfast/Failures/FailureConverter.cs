using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Turns exceptions into failures that can be stored and sent, and back.</summary>
/// <remarks>
/// A failure that came from elsewhere and is thrown on goes out as it came in. Messages, stack traces and chains of causes are cut at the limits named here,
/// so that an exception never makes a history unreadable. Threading: safe from any thread.
/// </remarks>
public static class FailureConverter
{
    /// <summary>Longest message kept, in characters.</summary>
    public const int MaximumMessageLength = 10_000;

    /// <summary>Longest stack trace kept, in characters.</summary>
    public const int MaximumStackTraceLength = 20_000;

    /// <summary>Most causes kept.</summary>
    public const int MaximumCauses = 20;

    private const string Source = "Holdfast";

    /// <summary>Describes an exception.</summary>
    public static Failure ToFailure(Exception exception, IDataConverter converter)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(converter);
        return ToFailure(exception, converter, MaximumCauses);
    }

    /// <summary>Makes the exception that stands for a failure.</summary>
    public static Exception ToException(Failure failure, IDataConverter converter)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var inner = failure.Cause is null ? null : ToException(failure.Cause, converter);
        return failure.Info switch
        {
            FailureInfo.Application info => new ApplicationFailureException(failure, info, inner, converter),
            FailureInfo.Canceled info => new CanceledFailureException(failure, info, inner, converter),
            FailureInfo.Timeout info => new TimeoutFailureException(failure, info, inner, converter),
            FailureInfo.Activity info => new ActivityFailureException(failure, info, inner),
            FailureInfo.ChildWorkflow info => new ChildWorkflowFailureException(failure, info, inner),
            FailureInfo.Server info => new ServerFailureException(failure, info, inner),
            _ => new TerminatedFailureException(failure, inner),
        };
    }

    private static Failure ToFailure(Exception exception, IDataConverter converter, int causesLeft) => exception switch
    {
        FailureException { Failure: { } received } => received,
        CanceledFailureException { Failure: { } received } => received,
        _ => new Failure
        {
            Message = Cut(exception.Message, MaximumMessageLength),
            Info = InfoOf(exception, converter),
            Source = Source,
            StackTrace = Cut(exception.StackTrace ?? string.Empty, MaximumStackTraceLength),
            Cause = exception.InnerException is { } inner && causesLeft > 0 ? ToFailure(inner, converter, causesLeft - 1) : null,
        },
    };

    private static FailureInfo InfoOf(Exception exception, IDataConverter converter) => exception switch
    {
        ApplicationFailureException e => new FailureInfo.Application(e.FailureType, e.NonRetryable, e.Details.ToPayloads(converter), e.NextRetryDelay, e.Category),
        CanceledFailureException e => new FailureInfo.Canceled(e.Details.ToPayloads(converter)),
        OperationCanceledException => new FailureInfo.Canceled(Payloads.Empty),
        TimeoutFailureException e => new FailureInfo.Timeout(e.TimeoutType, e.LastHeartbeatDetails.ToPayloads(converter)),
        TerminatedFailureException => new FailureInfo.Terminated(),
        ServerFailureException e => new FailureInfo.Server(e.NonRetryable),
        HoldfastException e => new FailureInfo.Application(e.Code.ToString(), false, Payloads.Empty),
        _ => new FailureInfo.Application(exception.GetType().Name, false, Payloads.Empty),
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
