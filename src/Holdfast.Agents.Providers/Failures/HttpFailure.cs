namespace Holdfast.Agents.Providers;

/// <summary>The rules for HTTP statuses.</summary>
internal static class HttpFailure
{
    public static ModelFailure Create(int statusCode, string? errorType, RetryAdvice advice) =>
        new(errorType ?? ModelErrorTypes.Http, advice.ShouldRetry ?? IsRetryable(statusCode), advice.Delay, statusCode);

    // 408 request timeout, 409 conflict with another request under way, 429 rate limit, 5xx the provider's own trouble.
    public static bool IsRetryable(int statusCode) => statusCode is 408 or 409 or 429 or >= 500;

    // Anthropic's and OpenAI's names, for errors that arrive inside a stream whose status was 200.
    public static bool IsRetryable(string? errorType) => errorType is not
        ("invalid_request_error" or "authentication_error" or "permission_error" or "not_found_error" or "billing_error"
        or "request_too_large" or "invalid_api_key" or "context_length_exceeded");
}
