using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A run was terminated.</summary>
public sealed class TerminatedFailureException : FailureException
{
    /// <summary>Creates the failure.</summary>
    public TerminatedFailureException(string message, Exception? innerException = null)
        : base(message, innerException, null)
    {
    }

    internal TerminatedFailureException(Failure failure, Exception? innerException)
        : base(failure.Message, innerException, failure)
    {
    }
}
