namespace Holdfast.Protocol;

/// <summary>A query that workflow code refused, or that could not be put to it.</summary>
public sealed class QueryFailedException(Failure failure) : HoldfastException(ErrorCodes.QueryFailed, failure.Message)
{
    /// <summary>Why.</summary>
    public Failure Failure { get; } = failure;
}
