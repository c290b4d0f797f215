using Holdfast.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Holdfast.Hosting.Tests;

/// <summary>The engine as a host runs it: real threads, real disk, real clock.</summary>
public sealed class EmbeddedEngineTests
{
    [Fact]
    public async Task Many_workflows_at_a_time_all_give_their_results()
    {
        using TemporaryFolder folder = new();
        using var host = await StartAsync(folder.Path);
        var client = host.Services.GetRequiredService<IHoldfastClient>();
        var results = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => client.ExecuteWorkflowAsync((CountingWorkflow w) => w.RunAsync(i % 20, false))));
        Assert.Equal(Enumerable.Range(0, 500).Select(i => i % 20), results);
        await host.StopAsync();
    }

    [Fact]
    public async Task The_namespaces_that_a_host_names_are_registered()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddHoldfast(options =>
        {
            options.InMemory = true;
            options.Namespace = "shop";
            options.Namespaces.Add("shop-trials");
        });
        using var host = builder.Build();
        await host.StartAsync();

        var listed = await host.Services.GetRequiredService<IHoldfastClient>().Namespaces.ListAsync();

        Assert.Equal(["default", "shop", "shop-trials"], listed.Select(n => n.Info.Name));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_that_names_what_cannot_be_a_namespace_does_not_start()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddHoldfast(options =>
        {
            options.InMemory = true;
            options.Namespaces.Add("my shop");
        });
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("'my shop'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workflow_goes_on_in_the_next_host_on_the_same_folder()
    {
        using TemporaryFolder folder = new();
        string id;
        using (var first = await StartAsync(folder.Path))
        {
            id = (await first.Services.GetRequiredService<IHoldfastClient>().StartWorkflowAsync((CountingWorkflow w) => w.RunAsync(3, true))).Id;
            await first.StopAsync();
        }

        using var second = await StartAsync(folder.Path);
        var handle = second.Services.GetRequiredService<IHoldfastClient>().GetWorkflowHandle<CountingWorkflow, int>(id);
        await handle.SignalAsync(w => w.GoOn());
        Assert.Equal(3, await handle.ResultAsync());
        await second.StopAsync();
    }

    [Fact]
    public async Task Workflow_code_that_blocks_holds_up_no_other_workflow()
    {
        using TemporaryFolder folder = new();
        using var host = await StartAsync(folder.Path);
        var client = host.Services.GetRequiredService<IHoldfastClient>();
        var gate = BlockingGate.Named("once");
        var blocked = await client.StartWorkflowAsync((BlockingWorkflow w) => w.RunAsync("once"));
        gate.Entered.Wait();
        Assert.Equal(5, await client.ExecuteWorkflowAsync((CountingWorkflow w) => w.RunAsync(5, false)));
        gate.Released.Set();
        Assert.Equal(1, await blocked.ResultAsync());
        await host.StopAsync();
    }

    [Fact]
    public async Task A_thread_that_blocks_lets_go_and_blocks_again_leaves_the_loop_to_one_thread()
    {
        using TemporaryFolder folder = new();
        using var host = await StartAsync(folder.Path);
        var client = host.Services.GetRequiredService<IHoldfastClient>();
        var gates = Array.ConvertAll(["first", "second", "third"], BlockingGate.Named);
        var one = await client.StartWorkflowAsync((BlockingWorkflow w) => w.RunAsync("first"));
        gates[0].Entered.Wait();
        var other = await client.StartWorkflowAsync((BlockingAgainWorkflow w) => w.RunAsync("second"));
        gates[1].Entered.Wait();
        await other.SignalAsync(w => w.Block("third"));
        gates[1].Released.Set();
        gates[2].Entered.Wait();
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(2, await client.ExecuteWorkflowAsync((CountingWorkflow w) => w.RunAsync(2, false)));
        }

        gates[2].Released.Set();
        gates[0].Released.Set();
        Assert.Equal(1, await one.ResultAsync());
        Assert.Equal(2, await other.ResultAsync());
        await host.StopAsync();
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_is_refused()
    {
        using TemporaryFolder folder = new();
        using var first = await StartAsync(folder.Path);
        var refused = await Assert.ThrowsAnyAsync<HoldfastException>(() => StartAsync(folder.Path));
        Assert.Equal(2001, refused.Code.Number);
        await first.StopAsync();
    }

    [Fact]
    public async Task Wrong_options_are_named_at_start()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync("unused", options => options.MaxConcurrentActivities = 0));
        Assert.Contains("MaxConcurrentActivities", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_says_so_when_the_host_has_not_started()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddHoldfast(options => options.InMemory = true);
        using var host = builder.Build();
        var client = new HoldfastClient(host.Services.GetRequiredService<IWorkflowService>(), new HoldfastClientOptions { RetryTimeLimit = TimeSpan.Zero });
        var refused = await Assert.ThrowsAnyAsync<HoldfastException>(() => client.StartWorkflowAsync((CountingWorkflow w) => w.RunAsync(1, false)));
        Assert.Equal(ErrorCodes.Unavailable, refused.Code);
    }

    private static async Task<IHost> StartAsync(string folder, Action<HoldfastOptions>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services
            .AddHoldfast(options =>
            {
                options.DataFolder = folder;
                configure?.Invoke(options);
            })
            .AddAssembly(typeof(CountingWorkflow).Assembly);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
