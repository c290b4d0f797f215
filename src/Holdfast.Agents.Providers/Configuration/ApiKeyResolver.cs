using Holdfast.Protocol;

namespace Holdfast.Agents.Providers;

/// <summary>Finds a model's API key: in its options, or in the environment.</summary>
/// <param name="readVariable">Reads an environment variable; null when it is not set.</param>
internal sealed class ApiKeyResolver(Func<string, string?> readVariable)
{
    /// <summary>The key; null when the host that is called needs none.</summary>
    /// <param name="modelName">The model's configured name, for the message.</param>
    /// <param name="options">Its options.</param>
    /// <param name="defaultVariable">The variable for the provider's own hosts.</param>
    /// <param name="isOwnHost">Whether the provider's own host is called.</param>
    public ApiKey? Resolve(string modelName, ModelProviderOptions options, string defaultVariable, bool isOwnHost)
    {
        if (options.ApiKey is not null)
        {
            return options.ApiKey;
        }

        string? variable = options.ApiKeyEnvironmentVariable ?? (isOwnHost ? defaultVariable : null);
        if (variable is null)
        {
            return null;
        }

        string? value = readVariable(variable);
        return string.IsNullOrWhiteSpace(value)
            ? throw new HoldfastException(
                ErrorCodes.ModelApiKeyMissing,
                $"Model '{modelName}' ({options.Provider}) has no API key: set the environment variable {variable}, or its ApiKey setting from a secret store.")
            : new ApiKey(value);
    }
}
