using Holdfast.Protocol;

namespace Holdfast;

/// <summary>The engine failed to do what was asked.</summary>
public sealed class ServerFailureException : FailureException
{
    /// <summary>Creates the failure.</summary>
    public ServerFailureException(string message, bool nonRetryable, Exception? innerException = null)
        : base(message, innerException, null) => NonRetryable = nonRetryable;

    internal ServerFailureException(Failure failure, FailureInfo.Server info, Exception? innerException)
        : base(failure.Message, innerException, failure) => NonRetryable = info.NonRetryable;

    /// <summary>True when no retry can help.</summary>
    public bool NonRetryable { get; }
}
