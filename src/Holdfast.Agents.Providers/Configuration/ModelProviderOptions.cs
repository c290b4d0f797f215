using System.Text.Json.Serialization;

namespace Holdfast.Agents.Providers;

/// <summary>One named model: who provides it and how it is called.</summary>
public sealed class ModelProviderOptions
{
    /// <summary>The default of <see cref="Timeout"/>: 10 minutes.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(10);

    /// <summary>The greatest <see cref="Timeout"/>: 1 day.</summary>
    public static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    /// <summary>The default of <see cref="MaxOutputTokens"/> for Anthropic, whose API demands a number: 8,192.</summary>
    public const int DefaultAnthropicMaxOutputTokens = 8_192;

    /// <summary>The provider's registered name: <c>openai</c> (any server that speaks Chat Completions), <c>anthropic</c> or one's own. Required.</summary>
    public string Provider { get; set; } = "";

    /// <summary>The provider's name of the model, such as <c>gpt-5-mini</c>. Required.</summary>
    public string Model { get; set; } = "";

    /// <summary>The API's base URL, http or https, without user, query and fragment; null: the provider's own.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>
    /// The environment variable that holds the API key. Null: <c>OPENAI_API_KEY</c> or <c>ANTHROPIC_API_KEY</c> where the
    /// provider's own hosts are called, and no key where <see cref="BaseUrl"/> names another host, which must not be sent
    /// a key that was not meant for it.
    /// </summary>
    public string? ApiKeyEnvironmentVariable { get; set; }

    /// <summary>The API key itself; wins over <see cref="ApiKeyEnvironmentVariable"/>. Null: read the variable.</summary>
    [JsonIgnore]
    public ApiKey? ApiKey { get; set; }

    /// <summary>The output limit of a request that sets none, in tokens, from 1. Null: the provider's default (<see cref="DefaultAnthropicMaxOutputTokens"/> for Anthropic).</summary>
    public int? MaxOutputTokens { get; set; }

    /// <summary>
    /// How long the provider may be silent: for a whole answer, and when streaming for the first and each further update.
    /// Above zero, up to <see cref="MaxTimeout"/>; by default <see cref="DefaultTimeout"/>.
    /// </summary>
    public TimeSpan Timeout { get; set; } = DefaultTimeout;

    /// <summary>Under which name an OpenAI-compatible server is sent the output limit; by default decided by the host.</summary>
    public MaxTokensField MaxTokensField { get; set; }

    /// <summary>Settings that only the provider understands, for providers of one's own. Empty by default.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
}
