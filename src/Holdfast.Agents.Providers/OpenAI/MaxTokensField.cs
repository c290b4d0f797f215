namespace Holdfast.Agents.Providers;

/// <summary>The name under which the limit on output tokens is sent to an OpenAI-compatible server.</summary>
public enum MaxTokensField
{
    /// <summary><see cref="MaxCompletionTokens"/> for OpenAI's and Azure's own hosts, <see cref="MaxTokens"/> for every other.</summary>
    Automatic = 0,

    /// <summary><c>max_completion_tokens</c>: the only one that OpenAI's reasoning models accept.</summary>
    MaxCompletionTokens = 1,

    /// <summary><c>max_tokens</c>: understood by nearly every compatible server; Ollama silently ignores the other.</summary>
    MaxTokens = 2,
}
