using System.Reflection;
using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Testing.Tests;

public sealed class ResettingToBuilds
{
    private string _buildId = "2026.1";

    [Fact]
    public async Task A_run_is_reset_to_the_first_task_of_a_build_and_does_anew_what_that_build_and_later_ones_did()
    {
        await using var environment = await StartAsync();
        var handle = await environment.Client.StartWorkflowAsync((BuildFlow f) => f.RunAsync(""));
        await handle.SignalAsync(f => f.Note("good"));
        await DeployAsync(environment, "2026.2");
        await handle.SignalAsync(f => f.Note("bad"));
        await handle.SignalAsync(f => f.Note("worse"));
        await DeployAsync(environment, "2026.3");
        var points = (await handle.DescribeAsync()).AutoResetPoints;
        Assert.Equal(["2026.1", "2026.2"], points.Select(p => p.BuildId));

        var again = await handle.ResetAsync(new WorkflowResetOptions { Target = ResetTarget.BuildId, BuildId = "2026.2", Exclusions = ResetReapplyExclusions.Signals });
        await environment.RestartAsync();
        await environment.Client.GetWorkflowHandle<BuildFlow>(handle.Id).SignalAsync(f => f.Note("better"));
        var described = await again.DescribeAsync();
        Assert.Equal(("2026.3", "2026.1 2026.3"), (described.BuildId, string.Join(' ', described.AutoResetPoints.Select(p => p.BuildId))));
        Assert.Equal(points[0].FirstWorkflowTaskCompletedEventId, described.AutoResetPoints[0].FirstWorkflowTaskCompletedEventId);
        await environment.Client.GetWorkflowHandle<BuildFlow>(handle.Id).SignalAsync(f => f.End());
        Assert.Equal("good bad better", await again.ResultAsync<string>());
    }

    [Fact]
    public async Task A_reset_to_a_build_goes_back_to_the_run_in_which_it_first_ran_unless_it_may_not()
    {
        await using var environment = await StartAsync();
        var handle = await environment.Client.StartWorkflowAsync((BuildFlow f) => f.RunAsync(""));
        await handle.SignalAsync(f => f.Note("first"));
        await handle.SignalAsync(f => f.Renew());
        var newest = environment.Client.GetWorkflowHandle<BuildFlow>(handle.Id);
        await newest.SignalAsync(f => f.Note("second"));
        Assert.Equal(handle.RunId, (await newest.DescribeAsync()).AutoResetPoints.Single().RunId);

        WorkflowResetOptions options = new() { Target = ResetTarget.BuildId, BuildId = "2026.1" };
        Assert.Equal(ErrorCodes.ResetPointInvalid, (await Assert.ThrowsAnyAsync<HoldfastException>(() => newest.ResetAsync(options with { CurrentRunOnly = true }))).Code);
        Assert.Equal(ErrorCodes.ResetPointInvalid, (await Assert.ThrowsAnyAsync<HoldfastException>(() => newest.ResetAsync(options with { BuildId = "2025.9" }))).Code);
        Assert.Equal(ErrorCodes.InvalidArgument, (await Assert.ThrowsAnyAsync<HoldfastException>(() => newest.ResetAsync(options with { BuildId = "" }))).Code);
        var again = await newest.ResetAsync(options);
        var history = await environment.Client.GetWorkflowHandle(again.Id, again.RunId).FetchHistoryAsync().ToListAsync();
        Assert.Equal(EventType.WorkflowTaskFailed, history[3].Type);
        await newest.SignalAsync(f => f.End());
        Assert.Equal("first second | ", await newest.ResultAsync<string>());
    }

    [Fact]
    public async Task The_guides_sample_undoes_what_a_build_did()
    {
        await using var environment = await StartAsync();
        var handle = await environment.Client.StartWorkflowAsync((BuildFlow f) => f.RunAsync(""));
        await DeployAsync(environment, "2026.11.3-bad");
        await handle.SignalAsync(f => f.Note("bad"));
        await VersioningGuideSamples.UndoBuildAsync(handle, "2026.11.3-bad");
        Assert.Equal(["2026.1"], (await environment.Client.GetWorkflowHandle(handle.Id).DescribeAsync()).AutoResetPoints.Select(p => p.BuildId).Take(1));
        Assert.Equal(WorkflowExecutionStatus.Terminated, (await environment.Client.GetWorkflowHandle(handle.Id, handle.RunId).DescribeAsync()).Info.Status);
    }

    [Fact]
    public void A_build_that_is_not_named_is_the_entry_assemblys_module() =>
        Assert.Equal(Assembly.GetEntryAssembly()!.ManifestModule.ModuleVersionId.ToString("N"), new WorkerOptions().BuildId);

    private Task<WorkflowEnvironment> StartAsync() => WorkflowEnvironment.StartAsync(
        e => e.AddWorkflow<BuildFlow>().ConfigureWorker(w => w.Options = w.Options with { BuildId = _buildId }),
        new());

    private Task DeployAsync(WorkflowEnvironment environment, string build)
    {
        _buildId = build;
        return environment.RestartAsync();
    }
}
