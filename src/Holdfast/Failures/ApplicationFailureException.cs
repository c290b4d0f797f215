using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A failure of user code. Thrown by an activity it carries type, details and wishes about retries; thrown out of workflow code it fails the workflow.</summary>
public sealed class ApplicationFailureException : FailureException
{
    /// <summary>Creates a failure.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="type">Name of the kind of failure, matched by <see cref="RetryPolicy.NonRetryableErrorTypes"/>. Default: "ApplicationFailureException".</param>
    /// <param name="nonRetryable">True when no retry can help.</param>
    /// <param name="details">Values to send along; serialised with the data converter.</param>
    /// <param name="nextRetryDelay">Replaces the retry policy's delay before the next attempt. Default: the policy's.</param>
    /// <param name="category">Severity for logs and metrics.</param>
    /// <param name="innerException">The cause.</param>
    public ApplicationFailureException(
        string message,
        string? type = null,
        bool nonRetryable = false,
        IReadOnlyList<object?>? details = null,
        TimeSpan? nextRetryDelay = null,
        FailureCategory category = FailureCategory.Unspecified,
        Exception? innerException = null)
        : base(message, innerException, null)
    {
        FailureType = type ?? nameof(ApplicationFailureException);
        NonRetryable = nonRetryable;
        Details = FailureDetails.Of(details ?? []);
        NextRetryDelay = nextRetryDelay;
        Category = category;
    }

    internal ApplicationFailureException(Failure failure, FailureInfo.Application info, Exception? innerException, IDataConverter converter)
        : base(failure.Message, innerException, failure)
    {
        FailureType = info.Type;
        NonRetryable = info.NonRetryable;
        Details = FailureDetails.Of(info.Details, converter);
        NextRetryDelay = info.NextRetryDelay;
        Category = info.Category;
    }

    /// <summary>Name of the kind of failure; for an exception that is no failure, its type name.</summary>
    public string FailureType { get; }

    /// <summary>True when no retry can help.</summary>
    public bool NonRetryable { get; }

    /// <summary>Values sent along.</summary>
    public FailureDetails Details { get; }

    /// <summary>Replaces the retry policy's delay before the next attempt.</summary>
    public TimeSpan? NextRetryDelay { get; }

    /// <summary>Severity for logs and metrics.</summary>
    public FailureCategory Category { get; }
}
