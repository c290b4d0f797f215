using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Holdfast.Bench;

/// <summary>An ordinary host with Holdfast embedded, on a data folder of its own.</summary>
internal static class BenchHost
{
    private const int ActivitySlots = 2_000;
    private const int CachedRuns = 50_000;

    public static async Task<IHost> StartAsync(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services
            .AddHoldfast(options =>
            {
                options.DataFolder = folder;
                options.MaxConcurrentActivities = ActivitySlots;
                options.CachedRuns = CachedRuns;
            })
            .AddAssembly(typeof(BenchHost).Assembly);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    public static IHoldfastClient ClientOf(IHost host) => host.Services.GetRequiredService<IHoldfastClient>();
}
