using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>Makes chat clients for the models of one provider.</summary>
/// <remarks>
/// Called once per configured model, when the catalog is made. The catalog wraps the client (timeout, failures, redaction of
/// <see cref="ModelProviderOptions.ApiKey"/>) and disposes it. The client must not retry: attempts belong to the engine.
/// </remarks>
public interface IModelProvider
{
    /// <summary>The name that <see cref="ModelProviderOptions.Provider"/> selects it by; letter case does not matter.</summary>
    string Name { get; }

    /// <summary>Makes the client of one model.</summary>
    /// <param name="modelName">The model's name in the configuration.</param>
    /// <param name="options">Its validated options. A provider that finds the key elsewhere sets <see cref="ModelProviderOptions.ApiKey"/>, so that it is redacted.</param>
    /// <exception cref="Holdfast.Protocol.HoldfastException">The options do not suffice, such as HF3401 for a missing key.</exception>
    IChatClient CreateChatClient(string modelName, ModelProviderOptions options);
}
