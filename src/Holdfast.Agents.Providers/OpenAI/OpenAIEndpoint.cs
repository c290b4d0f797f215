namespace Holdfast.Agents.Providers;

/// <summary>OpenAI's own endpoint, and what is known of others by their host.</summary>
internal static class OpenAIEndpoint
{
    public static readonly Uri Official = new("https://api.openai.com/v1");

    public static bool IsOfficial(Uri endpoint) => IsHostOf(endpoint, "openai.com");

    public static MaxTokensField Resolve(MaxTokensField field, Uri endpoint) => field switch
    {
        MaxTokensField.Automatic when IsOfficial(endpoint) || IsHostOf(endpoint, "azure.com") => MaxTokensField.MaxCompletionTokens,
        MaxTokensField.Automatic => MaxTokensField.MaxTokens,
        _ => field,
    };

    private static bool IsHostOf(Uri endpoint, string domain) =>
        endpoint.Host.Equals(domain, StringComparison.OrdinalIgnoreCase) || endpoint.Host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
