using Holdfast.Protocol;

namespace Holdfast.Agents;

/// <summary>A call to a model failed. The message never contains the API key.</summary>
public sealed class ModelProviderException : HoldfastException
{
    /// <summary>Creates the error.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="message">What happened, free of secrets: it is recorded in the run's history.</param>
    /// <param name="failure">What it means for the next attempt.</param>
    /// <param name="innerException">The cause, free of secrets too; null when it cannot be shown.</param>
    public ModelProviderException(ErrorCode code, string message, ModelFailure failure, Exception? innerException = null)
        : base(code, message, innerException) => Failure = failure;

    /// <summary>What the failure means for the next attempt.</summary>
    public ModelFailure Failure { get; }
}
