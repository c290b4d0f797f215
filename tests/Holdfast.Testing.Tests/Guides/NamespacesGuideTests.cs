using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>The code of docs/guides/namespaces.md.</summary>
public sealed class NamespacesGuideTests
{
    [Fact]
    public async Task A_namespace_is_registered_used_and_deleted()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddWorkflow<ParcelWorkflow>(), new WorkflowEnvironmentOptions { Namespace = "shop" });
        var namespaces = environment.Client.Namespaces;
        Assert.Equal(["default", "shop"], (await namespaces.ListAsync()).Select(n => n.Info.Name));

        await NamespacesGuide.RegisterAsync(environment.Client);
        await environment.RestartAsync();

        Assert.Equal(TimeSpan.FromDays(365), (await namespaces.DescribeAsync("billing")).Retention);
        Assert.Equal("shop", (await namespaces.DescribeAsync()).Info.Name);
        var billing = new HoldfastClient(environment.Service, new HoldfastClientOptions { Namespace = "billing", TimeProvider = environment.TimeProvider });
        var waiting = await billing.StartWorkflowAsync((ParcelWorkflow w) => w.RunAsync());
        await namespaces.DeprecateAsync("billing");
        Assert.Equal(ErrorCodes.NamespaceDeprecated, (await Assert.ThrowsAsync<HoldfastException>(() => billing.StartWorkflowAsync((ParcelWorkflow w) => w.RunAsync()))).Code);
        await namespaces.DeleteAsync("billing");
        Assert.Equal(ErrorCodes.NamespaceUnknown, (await Assert.ThrowsAsync<HoldfastException>(() => waiting.DescribeAsync())).Code);
        Assert.Equal(["default", "shop"], (await namespaces.ListAsync()).Select(n => n.Info.Name));
    }

    [Fact]
    public async Task A_run_is_read_from_the_archive_after_its_retention()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddWorkflow<ParcelWorkflow>());
        await NamespacesGuide.ArchiveAsync(environment.Client);
        var parcel = await environment.Client.StartWorkflowAsync((ParcelWorkflow w) => w.RunAsync(), new WorkflowOptions { Id = "p-1" });
        await parcel.SignalAsync(w => w.DeliveredAsync());
        await parcel.ResultAsync();
        await environment.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.False((await parcel.DescribeAsync()).IsArchived);

        await environment.AdvanceAsync(TimeSpan.FromDays(31));
        await environment.RestartAsync();

        Assert.True((await parcel.DescribeAsync()).IsArchived);
        await parcel.ResultAsync();
        Assert.Equal(0, (await environment.Client.CountWorkflowsAsync()).Count);
        List<string> archived = [];
        await foreach (var run in environment.Client.ListWorkflowsAsync(new WorkflowListFilter { Archived = true, Text = "ExecutionStatus = 'Completed'" }))
        {
            archived.Add(run.Execution.WorkflowId);
        }

        Assert.Equal(["p-1"], archived);
    }
}
