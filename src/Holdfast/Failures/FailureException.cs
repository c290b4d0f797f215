using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Base of the failures that end a workflow (or an activity for good) when they are thrown out of its code. Any other exception thrown by workflow code fails the workflow task only, which is tried again until the code is mended.</summary>
/// <remarks>A cancellation is the exception to the rule: it is a <see cref="CanceledFailureException"/>, an <see cref="OperationCanceledException"/>.</remarks>
public abstract class FailureException : Exception
{
    private readonly string? _remoteStackTrace;

    /// <summary>Creates a failure.</summary>
    protected FailureException(string message, Exception? innerException, Failure? failure)
        : base(message, innerException)
    {
        Failure = failure;
        _remoteStackTrace = failure?.StackTrace;
    }

    /// <summary>The failure as it was received; null for one that arose here. Message and stack trace may be hidden in it; those of the exception are not.</summary>
    public Failure? Failure { get; internal set; }

    /// <summary>The stack trace of where the failure arose, followed by the one of where it was received.</summary>
    public override string? StackTrace => RemoteStackTrace.Join(_remoteStackTrace, base.StackTrace);
}
