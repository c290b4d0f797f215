using Holdfast.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Holdfast.Bench;

/// <summary>An ordinary host with Holdfast embedded.</summary>
internal static class BenchHost
{
    private const int ActivitySlots = 2_000;
    private const int CachedRuns = 50_000;

    public static async Task<IHost> StartAsync(string folder, Func<EngineOptions, EngineOptions>? configure = null, int activitySlots = ActivitySlots)
    {
        var host = Build(folder, configure ?? (static options => options), activitySlots);
        await host.StartAsync();
        return host;
    }

    public static IHost Build(string folder, Func<EngineOptions, EngineOptions> configure, int activitySlots = ActivitySlots)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services
            .AddHoldfast(options =>
            {
                options.DataFolder = folder;
                options.MaxConcurrentActivities = activitySlots;
                options.CachedRuns = CachedRuns;
            })
            .ConfigureEngine(configure)
            .AddAssembly(typeof(BenchHost).Assembly);
        return builder.Build();
    }

    public static IHoldfastClient ClientOf(IHost host) => host.Services.GetRequiredService<IHoldfastClient>();
}
