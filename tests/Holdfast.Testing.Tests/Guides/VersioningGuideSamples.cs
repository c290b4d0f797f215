using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Testing.Tests;

/// <summary>The code of docs/guides/versioning.md.</summary>
public sealed class VersioningGuideSamples
{
    [Fact]
    public async Task A_patch_is_recorded_and_listed_and_replayed()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddWorkflow<ShippingWorkflow>().AddActivities<Stock>());
        var handle = await environment.Client.StartWorkflowAsync((ShippingWorkflow w) => w.RunAsync("4711"));
        await handle.ResultAsync();

        List<HistoryEvent> history = [];
        await foreach (var recorded in handle.FetchHistoryAsync())
        {
            history.Add(recorded);
        }

        Assert.Equal("core_patch", Assert.Single(history.Select(e => e.Attributes).OfType<MarkerRecorded>()).MarkerName);
        var attributes = (await handle.DescribeAsync()).Info.SearchAttributes;
        Assert.Equal("[\"reserve-first\"]", attributes["TemporalChangeVersion"].ToString());
        new WorkflowReplayer().AddWorkflow<ShippingWorkflow>().Replay(history);
    }

    [Fact]
    public async Task A_patch_waits_until_it_is_switched_on_and_runs_that_came_past_it_keep_to_the_old_way()
    {
        HashSet<string> switchedOn = [];
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddWorkflow<ShippingWorkflow>().AddActivities<Stock>().ConfigureWorker(worker => Configure(worker, switchedOn)));
        Assert.Equal(0, await MarkersAsync(environment));
        switchedOn.Add("reserve-first");
        Assert.Equal(1, await MarkersAsync(environment));
    }

    private static void Configure(WorkerBuilder worker, HashSet<string> switchedOn) =>
        worker.Options = worker.Options with
        {
            PatchActivation = patch => switchedOn.Contains(patch.PatchId),
        };

    private static async Task<int> MarkersAsync(WorkflowEnvironment environment)
    {
        var handle = await environment.Client.StartWorkflowAsync((ShippingWorkflow w) => w.RunAsync("4711"));
        await handle.ResultAsync();
        List<HistoryEvent> history = [];
        await foreach (var recorded in handle.FetchHistoryAsync())
        {
            history.Add(recorded);
        }

        new WorkflowReplayer().AddWorkflow<ShippingWorkflow>().Replay(history);
        return history.Count(static e => e.Type is EventType.MarkerRecorded);
    }

    internal static async Task UndoBuildAsync(WorkflowHandle handle, string badBuild)
    {
        var described = await handle.DescribeAsync();
        if (described.AutoResetPoints.Any(p => p.BuildId == badBuild))
        {
            await handle.ResetAsync(new WorkflowResetOptions
            {
                Target = ResetTarget.BuildId,
                BuildId = badBuild,
                Reason = "it charged twice",
            });
        }
    }

    public sealed class Stock
    {
        [Activity]
        public static Task ReserveAsync(string order) => Task.CompletedTask;

        [Activity]
        public static Task ShipAsync(string order) => Task.CompletedTask;
    }

    [Workflow]
    public sealed class ShippingWorkflow
    {
#pragma warning disable CA1822 // a workflow method belongs to its class
        public async Task RunAsync(string order)
#pragma warning restore CA1822
        {
            if (Workflow.Patched("reserve-first"))
            {
                await Stock.ReserveAsync(order); // runs that have not come past this place yet, and all new ones
            }

            await Stock.ShipAsync(order);
        }
    }
}
