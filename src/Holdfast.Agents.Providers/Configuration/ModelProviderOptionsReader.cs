using System.Globalization;
using Holdfast.Protocol;
using Microsoft.Extensions.Configuration;

namespace Holdfast.Agents.Providers;

/// <summary>
/// Reads one model's section by hand: a misspelt or unreadable setting is an error that names it, and nothing is bound by
/// reflection.
/// </summary>
internal static class ModelProviderOptionsReader
{
    private static readonly string[] KnownSettings =
    [
        nameof(ModelProviderOptions.Provider), nameof(ModelProviderOptions.Model), nameof(ModelProviderOptions.BaseUrl),
        nameof(ModelProviderOptions.ApiKeyEnvironmentVariable), nameof(ModelProviderOptions.ApiKey), nameof(ModelProviderOptions.MaxOutputTokens),
        nameof(ModelProviderOptions.Timeout), nameof(ModelProviderOptions.MaxTokensField), nameof(ModelProviderOptions.Settings),
    ];

    public static ModelProviderOptions Read(IConfigurationSection section)
    {
        ThrowIfUnknownSetting(section);
        ModelProviderOptions options = new()
        {
            Provider = section[nameof(ModelProviderOptions.Provider)] ?? "",
            Model = section[nameof(ModelProviderOptions.Model)] ?? "",
            BaseUrl = ReadText(section, nameof(ModelProviderOptions.BaseUrl)),
            ApiKeyEnvironmentVariable = ReadText(section, nameof(ModelProviderOptions.ApiKeyEnvironmentVariable)),
            ApiKey = ReadText(section, nameof(ModelProviderOptions.ApiKey)) is { } key ? new ApiKey(key) : null,
            MaxOutputTokens = Read<int>(section, nameof(ModelProviderOptions.MaxOutputTokens), TryParseInt32, "a whole number"),
            Timeout = Read<TimeSpan>(section, nameof(ModelProviderOptions.Timeout), TryParseTimeSpan, "a time span such as 00:02:00") ?? ModelProviderOptions.DefaultTimeout,
            MaxTokensField = Read<MaxTokensField>(section, nameof(ModelProviderOptions.MaxTokensField), TryParseField, string.Join(", ", Enum.GetNames<MaxTokensField>())) ?? MaxTokensField.Automatic,
        };
        foreach (IConfigurationSection setting in section.GetSection(nameof(ModelProviderOptions.Settings)).GetChildren())
        {
            options.Settings[setting.Key] = setting.Value;
        }

        return options;
    }

    private delegate bool TryParse<T>(string text, out T value);

    private static void ThrowIfUnknownSetting(IConfigurationSection section)
    {
        IConfigurationSection? unknown = section.GetChildren().FirstOrDefault(child => !KnownSettings.Contains(child.Key, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
        {
            throw new HoldfastException(
                ErrorCodes.ModelSettingInvalid,
                $"The setting {unknown.Path} is not known. Known are {string.Join(", ", KnownSettings)}; a provider's own go under Settings.");
        }
    }

    private static string? ReadText(IConfigurationSection section, string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name];

    private static T? Read<T>(IConfigurationSection section, string name, TryParse<T> tryParse, string expectation)
        where T : struct
    {
        if (ReadText(section, name) is not { } text)
        {
            return null;
        }

        return tryParse(text, out T value)
            ? value
            : throw new HoldfastException(ErrorCodes.ModelSettingInvalid, $"The setting {section.Path}:{name} is '{text}' and should be {expectation}.");
    }

    private static bool TryParseInt32(string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryParseTimeSpan(string text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);

    private static bool TryParseField(string text, out MaxTokensField value) => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value);
}
