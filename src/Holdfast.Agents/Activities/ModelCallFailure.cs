using Holdfast.Protocol;

namespace Holdfast.Agents;

/// <summary>What the history records of a failed model call.</summary>
internal static class ModelCallFailure
{
    /// <summary>
    /// Coded errors come from our own clients, whose text is free of secrets. What any other client throws may quote a URL or a key, so the history gets its type
    /// alone; the host's log has the rest.
    /// </summary>
    public static ApplicationFailureException Of(string modelName, Exception exception, ModelFailure failure)
    {
        var message = exception is HoldfastException ? exception.Message : $"The call of model '{modelName}' failed: {exception.GetType().Name} ({failure.ErrorType}). The worker's log has the details.";
        return new ApplicationFailureException(message, failure.ErrorType, nonRetryable: !failure.IsRetryable, nextRetryDelay: failure.NextRetryDelay);
    }
}
