using System.Globalization;
using System.Runtime.CompilerServices;
using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>
/// Wraps every configured model's client: applies the timeout and the default output limit, and turns what the client throws
/// into a <see cref="ModelProviderException"/> whose text, causes included, is free of the API key.
/// </summary>
internal sealed class GuardedChatClient(
    IChatClient inner, ModelIdentity model, ModelCallDefaults defaults, SecretRedactor redactor, TimeProvider timeProvider)
    : DelegatingChatClient(inner)
{
    private readonly ModelFailureClassifier _classifier = new(timeProvider);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using ModelCallTimeout timeout = new(defaults.Timeout, timeProvider, cancellationToken);
        try
        {
            timeout.Start();
            return await base.GetResponseAsync(messages, defaults.Apply(options), timeout.Token);
        }
        catch (Exception exception)
        {
            ThrowIfCanceled(timeout, cancellationToken);
            throw Explain(exception, timeout);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using ModelCallTimeout timeout = new(defaults.Timeout, timeProvider, cancellationToken);
        await using IAsyncEnumerator<ChatResponseUpdate> updates =
            base.GetStreamingResponseAsync(messages, defaults.Apply(options), timeout.Token).GetAsyncEnumerator(timeout.Token);
        bool isFinished = false;
        while (await MoveNextAsync(updates, timeout, cancellationToken))
        {
            isFinished |= updates.Current.FinishReason is not null;
            yield return updates.Current;
        }

        if (!isFinished)
        {
            throw Explain(new EndOfStreamException("The stream ended before the model had finished."), timeout);
        }
    }

    // The reader may take its time between updates; only the provider's silence counts.
    private async ValueTask<bool> MoveNextAsync(
        IAsyncEnumerator<ChatResponseUpdate> updates, ModelCallTimeout timeout, CancellationToken cancellationToken)
    {
        try
        {
            timeout.Start();
            bool hasMoved = await updates.MoveNextAsync();
            timeout.Stop();
            return hasMoved;
        }
        catch (Exception exception)
        {
            ThrowIfCanceled(timeout, cancellationToken);
            throw Explain(exception, timeout);
        }
    }

    private static void ThrowIfCanceled(ModelCallTimeout timeout, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested && !timeout.HasPassed)
        {
            throw new OperationCanceledException("The model call was cancelled.", cancellationToken);
        }
    }

    private Exception Explain(Exception exception, ModelCallTimeout timeout)
    {
        if (timeout.HasPassed)
        {
            return new ModelProviderException(
                ErrorCodes.ModelCallTimedOut,
                string.Create(CultureInfo.InvariantCulture, $"{model} was silent for {defaults.Timeout}, the configured timeout."),
                new ModelFailure(ModelErrorTypes.Timeout, IsRetryable: true));
        }

        bool isClean = redactor.IsClean(exception.ToString());
        if (isClean && exception is HoldfastException or ArgumentException or NotSupportedException)
        {
            return exception;
        }

        // Cancelled by neither the caller nor the timeout: the client or its connection was closed under the call.
        ModelFailure failure = exception is OperationCanceledException
            ? new ModelFailure(ModelErrorTypes.Network, IsRetryable: true)
            : _classifier.Classify(exception);
        return new ModelProviderException(CodeOf(failure), ErrorText.Shorten(redactor.Redact($"{model}: {exception.Message}")), failure, isClean ? exception : null);
    }

    private static ErrorCode CodeOf(ModelFailure failure) => failure switch
    {
        { StatusCode: not null } => ErrorCodes.ModelCallRefused,
        { ErrorType: ModelErrorTypes.Network } => ErrorCodes.ModelUnreachable,
        { ErrorType: ModelErrorTypes.Timeout } => ErrorCodes.ModelCallTimedOut,
        { ErrorType: ModelErrorTypes.InvalidResponse } => ErrorCodes.ModelResponseInvalid,
        _ => ErrorCodes.ModelCallRefused,
    };
}
