using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class StartingAgain : ShopTest
{
    private static readonly WorkflowOptions Options1 = new() { Id = "sleeper" };

    [Fact]
    public async Task A_start_beside_an_open_run_is_refused_and_names_the_run()
    {
        var open = await StartAsync(Options1);
        var error = await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => StartAsync(Options1));
        Assert.Equal((ErrorCodes.WorkflowAlreadyStarted, open.RunId), (error.Code, error.RunId));
    }

    [Fact]
    public async Task A_start_can_use_the_open_run()
    {
        var open = await StartAsync(Options1);
        Assert.Equal(open.RunId, (await StartAsync(Options1 with { IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting })).RunId);
    }

    [Fact]
    public async Task A_start_that_uses_the_open_run_can_attach_its_request_ID_and_then_gives_that_run_again()
    {
        var open = await StartAsync(Options1);
        var attaching = Options1 with { IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting, OnConflict = new StartConflictOptions { AttachRequestId = true }, RequestId = "second" };
        Assert.Equal(open.RunId, (await StartAsync(attaching)).RunId);
        await Environment.RestartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(open.RunId, (await StartAsync(attaching with { IdConflictPolicy = WorkflowIdConflictPolicy.Fail })).RunId);
    }

    [Theory]
    [InlineData(WorkflowIdConflictPolicy.TerminateExisting, WorkflowIdReusePolicy.AllowDuplicate)]
    [InlineData(WorkflowIdConflictPolicy.Fail, WorkflowIdReusePolicy.TerminateIfRunning)]
    public async Task A_start_can_terminate_the_open_run(WorkflowIdConflictPolicy conflict, WorkflowIdReusePolicy reuse)
    {
        var open = await StartAsync(Options1);
        var next = await StartAsync(Options1 with { IdConflictPolicy = conflict, IdReusePolicy = reuse });
        Assert.NotEqual(open.RunId, next.RunId);
        Assert.Equal(WorkflowExecutionStatus.Terminated, (await Client.GetWorkflowHandle("sleeper", open.RunId).DescribeAsync()).Info.Status);
    }

    [Fact]
    public async Task A_start_after_a_completed_run_is_refused_when_only_failed_ones_may_be_followed()
    {
        var done = await StartAsync(Options1);
        await done.ResultAsync();
        var error = await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => StartAsync(Options1 with { IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicateFailedOnly }));
        Assert.Equal((ErrorCodes.WorkflowIdReuseRefused, done.RunId), (error.Code, error.RunId));
    }

    [Fact]
    public async Task A_start_after_a_terminated_run_is_allowed_when_failed_ones_may_be_followed()
    {
        var ended = await StartAsync(Options1);
        await ended.TerminateAsync("enough");
        Assert.NotEqual(ended.RunId, (await StartAsync(Options1 with { IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicateFailedOnly })).RunId);
    }

    [Fact]
    public async Task A_start_that_comes_again_gives_its_run_also_after_that_was_followed_by_another()
    {
        var first = await StartAsync(Options1 with { RequestId = "first" });
        await first.ResultAsync();
        await StartAsync(Options1);
        Assert.Equal(first.RunId, (await StartAsync(Options1 with { RequestId = "first" })).RunId);
    }

    [Theory]
    [InlineData(WorkflowIdConflictPolicy.UseExisting, WorkflowIdReusePolicy.TerminateIfRunning)]
    [InlineData(WorkflowIdConflictPolicy.TerminateExisting, WorkflowIdReusePolicy.RejectDuplicate)]
    public async Task Policies_that_contradict_one_another_are_refused(WorkflowIdConflictPolicy conflict, WorkflowIdReusePolicy reuse)
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => StartAsync(Options1 with { IdConflictPolicy = conflict, IdReusePolicy = reuse }));
        Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
    }

    private Task<WorkflowResultHandle<TimeSpan>> StartAsync(WorkflowOptions options) => Client.StartWorkflowAsync(() => Flows.SleepAsync(TimeSpan.FromMinutes(1)), options);
}
