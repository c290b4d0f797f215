using Holdfast.Protocol;
using System.Globalization;
using System.Text;

namespace Holdfast.Agents.Providers;

/// <summary>
/// Stands between a provider's client and the network: turns an error response into a <see cref="ModelProviderException"/>
/// (the clients drop the headers that say when to try again), and bounds what is read.
/// </summary>
internal sealed class ModelHttpHandler(bool hasApiKey, SecretRedactor redactor, TimeProvider timeProvider, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!hasApiKey)
        {
            request.Headers.Authorization = null;
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            response.Content = new LimitedContent(response.Content, ModelLimits.MaxResponseBytes, TooLarge);
            return response;
        }

        using (response)
        {
            throw await ReadFailureAsync(response, cancellationToken);
        }
    }

    private async Task<ModelProviderException> ReadFailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        ProviderError error = ProviderError.Parse(await ReadBodyAsync(response.Content, cancellationToken));
        int status = (int)response.StatusCode;
        RetryAdvice advice = RetryAdvice.Read(name => ReadHeader(response, name), timeProvider.GetUtcNow());
        ModelFailure failure = HttpFailure.Create(status, error.Type is null ? null : redactor.Redact(error.Type), advice);
        return new ModelProviderException(ErrorCodes.ModelCallRefused, Describe(response, failure, error), failure);
    }

    private string Describe(HttpResponseMessage response, ModelFailure failure, ProviderError error)
    {
        string requestId = ReadHeader(response, "x-request-id") ?? ReadHeader(response, "request-id") ?? "none";
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"The provider answered {failure.StatusCode} ({failure.ErrorType}, request ID {requestId}): {error.Message}");

        // The guard redacts too; this is for what the client between the two may log or trace.
        return redactor.Redact(text);
    }

    private static string? ReadHeader(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;

    private static async Task<string> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using Stream stream = await content.ReadAsStreamAsync(cancellationToken);
        byte[] buffer = new byte[ModelLimits.MaxErrorBodyBytes];
        int length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static ModelProviderException TooLarge() => new(
        ErrorCodes.ModelResponseTooLarge,
        string.Create(CultureInfo.InvariantCulture, $"The provider sent more than {ModelLimits.MaxResponseBytes:N0} bytes in one response."),
        new ModelFailure(ModelErrorTypes.ResponseTooLarge, IsRetryable: false));
}
