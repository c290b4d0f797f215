using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Turns exceptions into failures that can be stored and sent, and back.</summary>
/// <remarks>
/// A failure that came from elsewhere and is thrown on goes out as it came in. Messages, stack traces and chains of causes are cut at the limits named here,
/// so that an exception never makes a history unreadable. With the switch <see cref="OmitStackTracesSwitch"/> stack traces are left out. Threading: safe from any thread.
/// </remarks>
public static class FailureConverter
{
    /// <summary>Longest message kept, in characters.</summary>
    public const int MaximumMessageLength = 10_000;

    /// <summary>Longest stack trace kept, in characters.</summary>
    public const int MaximumStackTraceLength = 20_000;

    /// <summary>Most causes kept.</summary>
    public const int MaximumCauses = 20;

    /// <summary>The <see cref="AppContext"/> switch that leaves stack traces out of the failures of this process. Default: false.</summary>
    public const string OmitStackTracesSwitch = "Holdfast.Failures.OmitStackTraces";

    private const string Source = "Holdfast";

    /// <summary>Describes an exception.</summary>
    public static Failure ToFailure(Exception exception, IDataConverter converter)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(converter);
        try
        {
            return ToFailure(exception, converter.For(PayloadUse.Failure), MaximumCauses);
        }
        catch (HoldfastException trouble)
        {
            return Unwritable(exception, trouble);
        }
    }

    /// <summary>Makes the failure of something that failed because of another failure, and says so in its message.</summary>
    /// <param name="what">What failed, without a full stop.</param>
    /// <param name="info">Its kind.</param>
    /// <param name="cause">Why.</param>
    /// <param name="converter">Reads the cause's message, and hides the new one when failures are encoded.</param>
    public static Failure Wrap(string what, FailureInfo info, Failure cause, IDataConverter converter)
    {
        var scoped = converter.For(PayloadUse.Failure);
        return FailureEncoding.Hide(new Failure { Message = $"{what}: {FailureEncoding.Show(cause, scoped).Message}", Info = info, Cause = cause }, scoped);
    }

    /// <summary>Makes the exception that stands for a failure. A message and stack trace that are hidden are shown.</summary>
    /// <exception cref="HoldfastException">The converter's codecs cannot read what is hidden, or not now.</exception>
    public static Exception ToException(Failure failure, IDataConverter converter)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Received(failure, converter.For(PayloadUse.Failure));
    }

    private static Exception Received(Failure failure, IDataConverter converter)
    {
        var inner = failure.Cause is null ? null : Received(failure.Cause, converter);
        var shown = FailureEncoding.Show(failure, converter);
        var exception = ToException(shown, inner, converter);
        if (!ReferenceEquals(shown, failure))
        {
            KeepHidden(exception, failure);
        }

        return exception;
    }

    /// <summary>What is passed on later must be as hidden as it came.</summary>
    private static void KeepHidden(Exception exception, Failure received)
    {
        if (exception is FailureException failure)
        {
            failure.Failure = received;
        }
        else if (exception is CanceledFailureException canceled)
        {
            canceled.Failure = received;
        }
    }

    private static Exception ToException(Failure failure, Exception? inner, IDataConverter converter) =>
        failure.Info switch
        {
            FailureInfo.Application info => new ApplicationFailureException(failure, info, inner, converter),
            FailureInfo.Canceled info => new CanceledFailureException(failure, info, inner, converter),
            FailureInfo.Timeout info => new TimeoutFailureException(failure, info, inner, converter),
            FailureInfo.Activity info => new ActivityFailureException(failure, info, inner),
            FailureInfo.ChildWorkflow info => new ChildWorkflowFailureException(failure, info, inner),
            FailureInfo.Server info => new ServerFailureException(failure, info, inner),
            _ => new TerminatedFailureException(failure, inner),
        };

    private static Failure ToFailure(Exception exception, IDataConverter converter, int causesLeft) => exception switch
    {
        FailureException { Failure: { } received } => received,
        CanceledFailureException { Failure: { } received } => received,
        _ => FailureEncoding.Hide(
            new Failure
            {
                Message = Cut(exception.Message, MaximumMessageLength),
                Info = InfoOf(exception, converter),
                Source = Source,
                StackTrace = StackTraceOf(exception),
                Cause = exception.InnerException is { } inner && causesLeft > 0 ? ToFailure(inner, converter, causesLeft - 1) : null,
            },
            converter),
    };

    /// <summary>A failure must always be told, even when its details cannot be written or encoded; then without anything that might be secret.</summary>
    private static Failure Unwritable(Exception exception, HoldfastException trouble) => new()
    {
        Message = $"{exception.GetType().Name} was thrown; its message and details cannot be sent. {trouble.Message}",
        Info = exception is ApplicationFailureException e
            ? new FailureInfo.Application(e.FailureType, e.NonRetryable, Payloads.Empty, e.NextRetryDelay, e.Category)
            : new FailureInfo.Application(exception.GetType().Name, false, Payloads.Empty),
        Source = Source,
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

    private static string StackTraceOf(Exception exception) =>
        AppContext.TryGetSwitch(OmitStackTracesSwitch, out var omitted) && omitted ? string.Empty : Cut(exception.StackTrace ?? string.Empty, MaximumStackTraceLength);

    private static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
