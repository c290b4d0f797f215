using Holdfast.Protocol;

namespace Holdfast.Agents;

/// <summary>Classifies failures when no provider brought a classifier: it believes a <see cref="ModelProviderException"/>, and what it does not know is retryable, as for any activity.</summary>
internal sealed class DefaultModelFailureClassifier : IModelFailureClassifier
{
    public ModelFailure Classify(Exception exception) => exception switch
    {
        ModelProviderException known => known.Failure,
        HoldfastException coded => new ModelFailure(coded.Code.ToString(), IsRetryable: coded.Code.Kind == ErrorKind.World),
        ArgumentException or NotSupportedException => new ModelFailure(ModelErrorTypes.InvalidRequest, IsRetryable: false),
        TimeoutException => new ModelFailure(ModelErrorTypes.Timeout, IsRetryable: true),
        _ => new ModelFailure(ModelErrorTypes.Unknown, IsRetryable: true),
    };
}
