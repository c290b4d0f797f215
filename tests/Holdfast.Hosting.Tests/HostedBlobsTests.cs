using System.Diagnostics.Metrics;
using Holdfast.Hosting.Inspection;
using Holdfast.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Holdfast.Hosting.Tests;

/// <summary>Blobs in a real folder, swept by a real host.</summary>
public sealed class HostedBlobsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string BlobFolder => Path.Combine(_folder.Path, "blobs");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_host_removes_old_blobs_that_no_run_refers_to_and_no_other()
    {
        await UseAsync();
        Assert.Equal(4, Directory.GetFiles(BlobFolder).Length);
        foreach (var file in Directory.GetFiles(BlobFolder))
        {
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddDays(-2));
        }

        using var swept = new Swept();
        using var host = await StartAsync();
        Assert.Equal(2, await swept.Removed);

        var handle = host.Services.GetRequiredService<IHoldfastClient>().GetWorkflowHandle<BlobHoldingWorkflow, int>("holder");
        await handle.SignalAsync(w => w.End());
        Assert.Equal(4 + 300_000, await handle.ResultAsync());
        Assert.Equal(2, Directory.GetFiles(BlobFolder).Length);
        await host.StopAsync();
    }

    [Fact]
    public async Task Doctor_counts_unused_blobs_and_names_missing_ones()
    {
        await UseAsync();
        var sound = await FindingAsync();
        Assert.Equal(FindingLevel.Good, sound.Level);
        Assert.Contains("no run refers to 2 of them, 11 bytes", sound.Text, StringComparison.Ordinal);
        Assert.Equal(4, Directory.GetFiles(BlobFolder).Length);

        var held = Directory.GetFiles(BlobFolder).Single(f => new FileInfo(f).Length == 4);
        File.Delete(held);

        var missing = await FindingAsync();
        Assert.Equal(FindingLevel.Error, missing.Level);
        Assert.Contains($"1 blobs that runs refer to are missing: {Path.GetFileName(held)}", missing.Text, StringComparison.Ordinal);
        Directory.Delete(BlobFolder, recursive: true);
        Assert.Equal(FindingLevel.Warning, (await FindingAsync()).Level);
    }

    [Fact]
    public async Task A_grace_period_that_is_too_short_is_named_at_start()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddHoldfast(options => (options.InMemory, options.BlobGracePeriod) = (true, TimeSpan.FromSeconds(59)));
        using var host = builder.Build();
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains("BlobGracePeriod", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A run that holds a blob and a large text, and two blobs of nobody.</summary>
    private async Task UseAsync()
    {
        using var host = await StartAsync();
        var client = host.Services.GetRequiredService<IHoldfastClient>();
        var blob = await CreateAsync(client, "held");
        await CreateAsync(client, "first");
        await CreateAsync(client, "second");
        await client.StartWorkflowAsync((BlobHoldingWorkflow w) => w.RunAsync(blob, new string('t', 300_000)), new WorkflowOptions { Id = "holder" });
        await host.StopAsync();
    }

    private static async Task<Blob> CreateAsync(IHoldfastClient client, string content)
    {
        await using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(content));
        return await client.CreateBlobAsync(stream);
    }

    private async Task<Finding> FindingAsync() => (await DataFolderInspector.InspectAsync(_folder.Path, CancellationToken.None)).Single(f => f.Check == "blobs");

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services
            .AddHoldfast(options => options.DataFolder = _folder.Path)
            .AddAssembly(typeof(BlobHoldingWorkflow).Assembly);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>Waits for the first sweep that removes something.</summary>
    private sealed class Swept : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly TaskCompletionSource<long> _removed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Swept()
        {
            _listener.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == HoldfastMeter.Name && instrument.Name == "holdfast.blobs.removed")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, value, _, _) =>
            {
                if (value > 0)
                {
                    _removed.TrySetResult(value);
                }
            });
            _listener.Start();
        }

        public Task<long> Removed => _removed.Task;

        public void Dispose() => _listener.Dispose();
    }
}
