using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>The configured models. Making it checks every model's options, so a wrong one is found at start and not at its first use.</summary>
public sealed class ModelCatalog : IChatClientProvider, IDisposable
{
    private readonly SortedDictionary<string, IChatClient> _clients = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the client of every model.</summary>
    /// <param name="providers">The providers, by name; of two with one name the last counts.</param>
    /// <param name="models">The models, by their configured name.</param>
    /// <param name="timeProvider">Keeps the timeouts; null: the system's.</param>
    /// <exception cref="HoldfastException">HF3400 unknown provider, HF3401 no API key, HF3402 bad base URL, HF3403 bad setting.</exception>
    public ModelCatalog(
        IEnumerable<IModelProvider> providers, IEnumerable<KeyValuePair<string, ModelProviderOptions>> models, TimeProvider? timeProvider = null)
    {
        Dictionary<string, IModelProvider> providersByName = new(StringComparer.OrdinalIgnoreCase);
        foreach (IModelProvider provider in providers)
        {
            providersByName[provider.Name] = provider;
        }

        try
        {
            foreach ((string modelName, ModelProviderOptions options) in models)
            {
                Add(modelName, options, providersByName, timeProvider ?? TimeProvider.System);
            }
        }
        catch
        {
            Dispose();
            throw;
        }

        ModelNames = [.. _clients.Keys];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ModelNames { get; } = [];

    /// <inheritdoc/>
    public IChatClient GetChatClient(string modelName) => _clients.TryGetValue(modelName, out IChatClient? client)
        ? client
        : throw new HoldfastException(
            ErrorCodes.ModelNotConfigured,
            $"No model named '{modelName}' is configured. Configured are: {(ModelNames.Count == 0 ? "none" : string.Join(", ", ModelNames))}.");

    /// <summary>Closes the clients and their connections.</summary>
    public void Dispose()
    {
        foreach (IChatClient client in _clients.Values)
        {
            client.Dispose();
        }

        _clients.Clear();
    }

    private void Add(string modelName, ModelProviderOptions options, Dictionary<string, IModelProvider> providers, TimeProvider timeProvider)
    {
        if (!providers.TryGetValue(options.Provider, out IModelProvider? provider))
        {
            throw new HoldfastException(
                ErrorCodes.ModelProviderUnknown,
                $"Model '{modelName}' names the provider '{options.Provider}', which is not known. Known are: {string.Join(", ", providers.Keys.Order(StringComparer.Ordinal))}.");
        }

        ModelProviderOptionsValidator.Validate(modelName, options);
        if (_clients.ContainsKey(modelName))
        {
            throw new HoldfastException(ErrorCodes.ModelSettingInvalid, $"Two models are named '{modelName}'; letter case does not tell them apart.");
        }

        IChatClient client = provider.CreateChatClient(modelName, options);
        ModelCallDefaults defaults = new(options.Timeout, options.MaxOutputTokens);
        _clients.Add(modelName, new GuardedChatClient(client, new ModelIdentity(modelName, provider.Name), defaults, new SecretRedactor(options.ApiKey), timeProvider));
    }
}
