using Holdfast.Agents;
using Holdfast.Agents.Providers;
using Holdfast.Cli.Demo.Agent;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Tools;
using Holdfast.Protocol;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Holdfast.Cli.Demo.Running;

/// <summary>A host with everything embedded: engine, worker, client, the agent and its tools.</summary>
internal sealed class SurveyHost : IAsyncDisposable
{
    private readonly IHost _host;

    private SurveyHost(IHost host, SurveySettings settings)
    {
        _host = host;
        Settings = settings;
    }

    /// <summary>How it runs.</summary>
    public SurveySettings Settings { get; }

    /// <summary>The client.</summary>
    public IHoldfastClient Client => _host.Services.GetRequiredService<IHoldfastClient>();

    /// <summary>The engine's service.</summary>
    public IWorkflowService Service => _host.Services.GetRequiredService<IWorkflowService>();

    /// <summary>Converts payloads.</summary>
    public IDataConverter DataConverter => _host.Services.GetRequiredService<IDataConverter>();

    /// <summary>Recovers what is in the data folder, and starts. What the folder remembers goes on at once.</summary>
    /// <exception cref="HoldfastException">The data folder cannot be used, or the model is not configured.</exception>
    public static async Task<SurveyHost> StartAsync(SurveySettings settings, ICallObserver observer, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        AddSurvey(builder, settings, observer);
        var built = builder.Build();
        try
        {
            _ = built.Services.GetRequiredService<IChatClientProvider>().GetChatClient(settings.Model);
            await built.StartAsync(cancellationToken);
            return new SurveyHost(built, settings);
        }
        catch
        {
            built.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static void AddSurvey(HostApplicationBuilder builder, SurveySettings settings, ICallObserver observer)
    {
        var time = TimeProvider.System;
        var random = new Random(settings.Seed);
        CallWatch toolWatch = new(observer, settings.ToolLatency, random, time);
        CallWatch scriptedWatch = new(observer, settings.ModelLatency, random, time);
        CallWatch configuredWatch = new(observer, CallLatency.None, random, time);
        builder.Services.AddSingleton<IChatClientProvider>(services => new SurveyModels(services.GetRequiredService<ModelCatalog>(), scriptedWatch, configuredWatch));
        builder.Services.AddModelProviders(builder.Configuration.GetSection("Models"));
        builder.Services.AddAgents(agents => agents.Add(SurveyAgent.Define(settings.Model, SurveyTools.Create(new SurveyedFolder(settings.Folder), toolWatch, time))));
        builder.Services
            .AddHoldfast(options =>
            {
                options.InMemory = settings.DataFolder is null;
                options.DataFolder = settings.DataFolder ?? options.DataFolder;
            })
            .AddAssembly(typeof(SurveyWorkflow).Assembly)
            .AddAssembly(typeof(AgentWorkflow).Assembly);
    }
}
