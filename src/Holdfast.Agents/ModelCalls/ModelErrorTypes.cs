namespace Holdfast.Agents;

/// <summary>Values of <see cref="ModelFailure.ErrorType"/> for failures that the provider did not name.</summary>
public static class ModelErrorTypes
{
    /// <summary>The provider answered with an HTTP error and no type.</summary>
    public const string Http = "http_error";

    /// <summary>No answer, or the connection broke before the answer was whole.</summary>
    public const string Network = "network_error";

    /// <summary>The configured timeout passed.</summary>
    public const string Timeout = "timeout";

    /// <summary>The answer arrived but does not follow the provider's format.</summary>
    public const string InvalidResponse = "invalid_response";

    /// <summary>The answer is larger than the limit.</summary>
    public const string ResponseTooLarge = "response_too_large";

    /// <summary>The request was wrong before it was sent.</summary>
    public const string InvalidRequest = "invalid_request";

    /// <summary>The caller cancelled the call.</summary>
    public const string Canceled = "canceled";

    /// <summary>An exception that says nothing about the model call.</summary>
    public const string Unknown = "unknown";
}
