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

        bool isCallersMistake = exception is ArgumentException or NotSupportedException or (HoldfastException and not ModelProviderException);
        if (isCallersMistake && redactor.IsClean(exception.ToString()))
        {
            return exception;
        }

        // Cancelled by neither the caller nor the timeout: the client or its connection was closed under the call.
        ModelFailure failure = exception is OperationCanceledException
            ? new ModelFailure(ModelErrorTypes.Network, IsRetryable: true)
            : _classifier.Classify(exception);
        ModelProviderException? known = exception as ModelProviderException;
        return new ModelProviderException(
            known?.Code ?? CodeOf(failure),
            Clean($"{model}: {TextOf(exception)}"),
            failure with { ErrorType = Clean(failure.ErrorType) },
            CleanCause(known is null ? exception : known.InnerException));
    }

    // Redacted first: a key that the cut goes through would not be recognised.
    private string Clean(string text) => ErrorText.Shorten(redactor.Redact(text));

    private Exception? CleanCause(Exception? cause) => cause is not null && redactor.IsClean(cause.ToString()) ? cause : null;

    // The new exception puts the code in front again.
    private static string TextOf(Exception exception) =>
        exception is HoldfastException coded && coded.Message.StartsWith($"{coded.Code}: ", StringComparison.Ordinal)
            ? coded.Message[$"{coded.Code}: ".Length..]
            : exception.Message;

    private static ErrorCode CodeOf(ModelFailure failure) => failure switch
    {
        { StatusCode: not null } => ErrorCodes.ModelCallRefused,
        { ErrorType: ModelErrorTypes.Network } => ErrorCodes.ModelUnreachable,
        { ErrorType: ModelErrorTypes.Timeout } => ErrorCodes.ModelCallTimedOut,
        { ErrorType: ModelErrorTypes.InvalidResponse } => ErrorCodes.ModelResponseInvalid,
        _ => ErrorCodes.ModelCallRefused,
    };
}
