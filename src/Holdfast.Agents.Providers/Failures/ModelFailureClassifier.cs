using System.ClientModel;
using System.Text.Json;
using Anthropic.Exceptions;
using Holdfast.Protocol;

namespace Holdfast.Agents.Providers;

/// <summary>
/// Classifies the exceptions of this library, of the OpenAI and Anthropic clients and of the network. Statuses 408, 409,
/// 429 and 5xx, network errors, timeouts and unreadable answers are retryable, other statuses and the caller's mistakes are
/// not; <c>x-should-retry</c> overrules the status. What it does not know is retryable, as for any activity.
/// </summary>
public sealed class ModelFailureClassifier : IModelFailureClassifier
{
    private static readonly ModelFailure Network = new(ModelErrorTypes.Network, IsRetryable: true);
    private static readonly ModelFailure InvalidResponse = new(ModelErrorTypes.InvalidResponse, IsRetryable: true);
    private static readonly ModelFailure InvalidRequest = new(ModelErrorTypes.InvalidRequest, IsRetryable: false);

    private readonly TimeProvider _timeProvider;

    /// <summary>Creates the classifier.</summary>
    /// <param name="timeProvider">Read where a provider names a date to wait for and does not tell its own time; null: the system's.</param>
    public ModelFailureClassifier(TimeProvider? timeProvider = null) => _timeProvider = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public ModelFailure Classify(Exception exception) => exception switch
    {
        ModelProviderException known => known.Failure,
        HoldfastException coded => new ModelFailure(coded.Code.ToString(), IsRetryable: coded.Code.Kind == ErrorKind.World),
        ClientResultException openAI => ClassifyOpenAI(openAI),
        AnthropicException anthropic => ClassifyAnthropic(anthropic),
        HttpRequestException { StatusCode: { } status } => HttpFailure.Create((int)status, errorType: null, advice: default),
        HttpRequestException or IOException => Network,
        OperationCanceledException { InnerException: TimeoutException } or TimeoutException => new ModelFailure(ModelErrorTypes.Timeout, IsRetryable: true),
        OperationCanceledException => new ModelFailure(ModelErrorTypes.Canceled, IsRetryable: false),
        JsonException => InvalidResponse,
        ArgumentException or NotSupportedException => InvalidRequest,
        AggregateException { InnerExceptions: [var only] } => Classify(only),
        _ => new ModelFailure(ModelErrorTypes.Unknown, IsRetryable: true),
    };

    private ModelFailure ClassifyOpenAI(ClientResultException exception)
    {
        if (exception.GetRawResponse() is not { } response)
        {
            return Network;
        }

        RetryAdvice advice = RetryAdvice.Read(name => response.Headers.TryGetValue(name, out string? value) ? value : null, _timeProvider.GetUtcNow());
        return HttpFailure.Create(exception.Status, errorType: null, advice);
    }

    private static ModelFailure ClassifyAnthropic(AnthropicException exception) => exception switch
    {
        AnthropicApiException api => HttpFailure.Create((int)api.StatusCode, ProviderError.Parse(api.ResponseBody).Type, advice: default),
        AnthropicSseException sse => ClassifyStreamError(sse),
        AnthropicIOException => Network,
        _ => InvalidResponse,
    };

    private static ModelFailure ClassifyStreamError(AnthropicSseException exception)
    {
        string type = exception.Type?.Raw() ?? ModelErrorTypes.Unknown;
        return new ModelFailure(type, HttpFailure.IsRetryable(type));
    }
}
