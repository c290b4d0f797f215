using Holdfast.Protocol;

namespace Holdfast.Agents.Providers;

/// <summary>What must hold of a model's options, whoever provides it.</summary>
internal static class ModelProviderOptionsValidator
{
    public static void Validate(string modelName, ModelProviderOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Model))
        {
            throw Invalid(modelName, nameof(options.Model), "is missing; it is the provider's name of the model");
        }

        if (options.MaxOutputTokens is < 1)
        {
            throw Invalid(modelName, nameof(options.MaxOutputTokens), $"is {options.MaxOutputTokens} and must be at least 1");
        }

        if (options.Timeout <= TimeSpan.Zero || options.Timeout > ModelProviderOptions.MaxTimeout)
        {
            throw Invalid(modelName, nameof(options.Timeout), $"is {options.Timeout} and must be above zero and at most {ModelProviderOptions.MaxTimeout}");
        }

        if (options.BaseUrl is not null && !IsUsable(options.BaseUrl))
        {
            // Not repeated: a URL that is refused may hold a password.
            throw new HoldfastException(
                ErrorCodes.ModelBaseUrlInvalid,
                $"The BaseUrl of model '{modelName}' is not an absolute http or https URL without user name, query and fragment, such as http://localhost:11434/v1.");
        }
    }

    private static bool IsUsable(string baseUrl) =>
        Uri.TryCreate(baseUrl, UriKind.Absolute, out Uri? url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0;

    private static HoldfastException Invalid(string modelName, string setting, string complaint) =>
        new(ErrorCodes.ModelSettingInvalid, $"The setting {setting} of model '{modelName}' {complaint}.");
}
