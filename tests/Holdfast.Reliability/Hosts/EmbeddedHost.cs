using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Holdfast.Reliability;

/// <summary>A host with an engine, a worker and a client, as users embed them.</summary>
internal sealed class EmbeddedHost : IAsyncDisposable
{
    private readonly IHost _host;

    private EmbeddedHost(IHost host) => _host = host;

    public IHoldfastClient Client => _host.Services.GetRequiredService<IHoldfastClient>();

    /// <summary>Starts one.</summary>
    /// <param name="dataFolder">Its data folder; null: everything is in memory.</param>
    /// <param name="addServices">What its activities need.</param>
    public static async Task<EmbeddedHost> StartAsync(string? dataFolder, Action<IServiceCollection>? addServices = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        addServices?.Invoke(builder.Services);
        builder.Services
            .AddHoldfast(options =>
            {
                options.InMemory = dataFolder is null;
                options.DataFolder = dataFolder ?? options.DataFolder;
                options.ControlSocket = false;
            })
            .AddAssembly(typeof(EmbeddedHost).Assembly);
        var host = builder.Build();
        await host.StartAsync();
        return new EmbeddedHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
