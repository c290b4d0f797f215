using Holdfast.Cli.Tests.Activities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Holdfast.Cli.Tests.Runs;

/// <summary>A host on a data folder, with the workflow's code.</summary>
internal static class TallyHost
{
    public static async Task<IHost> StartAsync(string dataFolder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddHoldfast(o => o.DataFolder = dataFolder).AddWorkflow<TallyWorkflow>().AddActivities<TallyActivities>();
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
