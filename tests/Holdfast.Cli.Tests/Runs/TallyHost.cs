using Holdfast.Cli.Tests.Activities;
using Holdfast.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Holdfast.Cli.Tests.Runs;

/// <summary>A host on a data folder, with the workflow's code.</summary>
internal static class TallyHost
{
    public static async Task<IHost> StartAsync(string dataFolder, Action<HoldfastBuilder>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var holdfast = builder.Services.AddHoldfast(o => o.DataFolder = dataFolder).AddWorkflow<TallyWorkflow>().AddActivities<TallyActivities>();
        configure?.Invoke(holdfast);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
