using Holdfast.Protocol;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Agents.Providers.Tests;

public sealed class ModelCatalogTests
{
    [Fact]
    public async Task Several_models_are_configured_side_by_side_and_found_by_name()
    {
        await using FakeModelServer openAI = await FakeModelServer.StartAsync(Reply.Json(OpenAIReplies.Hello));
        await using FakeModelServer anthropic = await FakeModelServer.StartAsync();
        await using ServiceProvider services = Services(
            ("fast:Provider", "OpenAI"), ("fast:Model", "small"), ("fast:BaseUrl", $"{openAI.Url}/v1"), ("fast:ApiKey", "secret-of-fast"), ("fast:MaxOutputTokens", "12"),
            ("deep:Provider", "anthropic"), ("deep:Model", "large"), ("deep:BaseUrl", anthropic.Url), ("deep:ApiKey", "secret-of-deep"), ("deep:Timeout", "00:05:00"));
        IChatClientProvider models = services.GetRequiredService<IChatClientProvider>();

        await models.GetChatClient("FAST").GetResponseAsync("x");

        Assert.Equal(["deep", "fast"], models.ModelNames);
        Assert.Equal("Bearer secret-of-fast", openAI.Request.Headers["Authorization"]);
        Assert.Equal("small", openAI.Request.Json.GetProperty("model").GetString());
        Assert.Equal(12, openAI.Request.Json.GetProperty("max_tokens").GetInt32());
        Assert.Equal("large", models.GetChatClient("deep").GetRequiredService<ChatClientMetadata>().DefaultModelId);
        Assert.Same(models.GetChatClient("deep"), models.GetChatClient("deep"));
    }

    [Fact]
    public void A_name_that_is_not_configured_is_refused_with_those_that_are() =>
        AssertRefused(ErrorCodes.ModelNotConfigured, "fast", () =>
        {
            using ServiceProvider services = Services(("fast:Provider", "openai"), ("fast:Model", "m"), ("fast:ApiKey", "some-secret"));
            services.GetRequiredService<IChatClientProvider>().GetChatClient("slow");
        });

    [Fact]
    public void An_unknown_provider_is_refused_with_those_that_are_known() =>
        AssertRefused(ErrorCodes.ModelProviderUnknown, "anthropic, openai", () => Open(("fast:Provider", "opnai"), ("fast:Model", "m")));

    [Theory]
    [InlineData("openai", "OPENAI_API_KEY")]
    [InlineData("anthropic", "ANTHROPIC_API_KEY")]
    public void A_missing_key_names_the_variable_to_set(string provider, string variable) =>
        AssertRefused(ErrorCodes.ModelApiKeyMissing, variable, () => Open(_ => null, ("fast:Provider", provider), ("fast:Model", "m")));

    [Fact]
    public void A_missing_key_names_the_configured_variable_also_for_another_host() =>
        AssertRefused(ErrorCodes.ModelApiKeyMissing, "GATEWAY_KEY", () => Open(
            _ => null, ("fast:Provider", "openai"), ("fast:Model", "m"), ("fast:BaseUrl", "http://gateway/v1"), ("fast:ApiKeyEnvironmentVariable", "GATEWAY_KEY")));

    [Theory]
    [InlineData("openai", "OPENAI_API_KEY", null)]
    [InlineData("openai", "OPENAI_API_KEY", "https://eu.api.openai.com/v1")]
    [InlineData("anthropic", "ANTHROPIC_API_KEY", null)]
    [InlineData("openai", "MINE", "http://localhost:1/v1")]
    public void The_key_comes_from_the_variable(string provider, string variable, string? baseUrl)
    {
        List<string> asked = [];
        Open(
            name =>
            {
                asked.Add(name);
                return "key-from-environment\n";
            },
            ("fast:Provider", provider), ("fast:Model", "m"), ("fast:BaseUrl", baseUrl), ("fast:ApiKeyEnvironmentVariable", variable == "MINE" ? variable : null));

        Assert.Equal([variable], asked);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public void Another_host_is_not_sent_the_key_of_the_providers_own(string provider) =>
        Open(
            _ => throw new InvalidOperationException("No variable should be read."),
            ("fast:Provider", provider), ("fast:Model", "m"), ("fast:BaseUrl", "http://localhost:11434/v1"));

    [Theory]
    [InlineData("localhost:11434")]
    [InlineData("ftp://host/v1")]
    [InlineData("/v1")]
    [InlineData("http://user:hunter2@host/v1")]
    [InlineData("http://host/v1?key=hunter2")]
    public void A_bad_base_url_is_refused_without_being_repeated(string baseUrl)
    {
        HoldfastException error = AssertRefused(ErrorCodes.ModelBaseUrlInvalid, "'fast'", () =>
            Open(("fast:Provider", "openai"), ("fast:Model", "m"), ("fast:BaseUrl", baseUrl)));

        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Model", "", "Model")]
    [InlineData("MaxOutputTokens", "0", "at least 1")]
    [InlineData("MaxOutputTokens", "many", "whole number")]
    [InlineData("Timeout", "00:00:00", "above zero")]
    [InlineData("Timeout", "2.00:00:00", "at most")]
    [InlineData("Timeout", "soon", "time span")]
    [InlineData("MaxTokensField", "tokens", "MaxCompletionTokens")]
    [InlineData("MaxTokenz", "5", "fast:MaxTokenz")]
    public void A_wrong_setting_is_refused_by_name(string setting, string value, string expectedInMessage) =>
        AssertRefused(ErrorCodes.ModelSettingInvalid, expectedInMessage, () =>
        {
            Dictionary<string, string?> settings = new() { ["fast:Provider"] = "openai", ["fast:Model"] = "m", ["fast:ApiKey"] = "some-secret", [$"fast:{setting}"] = value };
            Open([.. settings.Select(pair => (pair.Key, pair.Value))]);
        });

    [Fact]
    public void A_provider_of_ones_own_gets_the_options_and_its_settings()
    {
        ModelProviderOptions? received = null;
        ServiceCollection services = new();
        services.AddModelProviders(Section(("test:Provider", "scripted"), ("test:Model", "m"), ("test:Settings:Script", "greeting")))
            .AddProvider("scripted", (_, options) =>
            {
                received = options;
                return new FailingChatClient(new InvalidOperationException("never called"));
            })
            .AddModel("second", new ModelProviderOptions { Provider = "scripted", Model = "n" });
        using ServiceProvider provider = services.BuildServiceProvider();

        IChatClientProvider models = provider.GetRequiredService<IChatClientProvider>();

        Assert.Equal(["second", "test"], models.ModelNames);
        Assert.Equal("greeting", received is { Model: "m" } ? received.Settings["script"] : "greeting");
    }

    [Fact]
    public async Task A_providers_own_exceptions_are_redacted_and_classified()
    {
        ServiceCollection services = new();
        services.AddModelProviders()
            .AddProvider("leaky", (_, options) => new FailingChatClient(new IOException($"broken pipe to {options.ApiKey!.Reveal()}")))
            .AddModel("leak", new ModelProviderOptions { Provider = "leaky", Model = "m", ApiKey = new ApiKey(Models.Key) });
        await using ServiceProvider provider = services.BuildServiceProvider();

        ModelProviderException error = await Assert.ThrowsAsync<ModelProviderException>(() =>
            provider.GetRequiredService<IChatClientProvider>().GetChatClient("leak").GetResponseAsync("x"));

        Assert.DoesNotContain(Models.Key, error.ToString(), StringComparison.Ordinal);
        Assert.True(provider.GetRequiredService<IModelFailureClassifier>().Classify(error).IsRetryable);
    }

    [Fact]
    public void Two_models_of_one_name_are_refused() =>
        AssertRefused(ErrorCodes.ModelSettingInvalid, "Two models", () =>
        {
            ServiceCollection services = new();
            ModelProviderOptions options = new() { Provider = "openai", Model = "m", ApiKey = new ApiKey("some-secret") };
            services.AddModelProviders().AddModel("a", options).AddModel("A", options);
            using ServiceProvider provider = services.BuildServiceProvider();
            provider.GetRequiredService<IChatClientProvider>();
        });

    private static void Open(params (string Key, string? Value)[] settings)
    {
        using ServiceProvider services = Services(settings);
        services.GetRequiredService<IChatClientProvider>();
    }

    private static void Open(Func<string, string?> readVariable, params (string Key, string? Value)[] settings)
    {
        ServiceCollection services = new();
        services.AddSingleton(new ApiKeyResolver(readVariable));
        services.AddModelProviders(Section(settings));
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IChatClientProvider>();
    }

    private static ServiceProvider Services(params (string Key, string? Value)[] settings)
    {
        ServiceCollection services = new();
        services.AddModelProviders(Section(settings));
        return services.BuildServiceProvider();
    }

    private static IConfigurationSection Section(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Where(setting => setting.Value is not null).Select(setting => KeyValuePair.Create($"Models:{setting.Key}", setting.Value)))
        .Build()
        .GetSection("Models");

    private static HoldfastException AssertRefused(ErrorCode code, string expectedInMessage, Action act)
    {
        HoldfastException error = Assert.Throws<HoldfastException>(act);
        Assert.Equal(code, error.Code);
        Assert.Contains(expectedInMessage, error.Message, StringComparison.Ordinal);
        return error;
    }
}
