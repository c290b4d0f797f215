using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class TalkingToOtherWorkflows : ShopTest
{
    [Fact]
    public async Task A_workflow_signals_another_which_has_the_signal_once()
    {
        var mailbox = await StartMailboxAsync();
        Assert.Equal("delivered", await RelayAsync("mailbox", "hello"));
        Assert.Equal("delivered", await RelayAsync("mailbox", "end"));
        Assert.Equal("hello end", await mailbox.ResultAsync());
    }

    [Fact]
    public async Task A_signal_to_a_workflow_that_does_not_exist_or_is_closed_fails_with_the_cause()
    {
        Assert.Equal("ExternalWorkflowExecutionNotFound", await RelayAsync("nobody", "hello"));
        var mailbox = await StartMailboxAsync();
        await mailbox.SignalAsync(w => w.Post("end"));
        await mailbox.ResultAsync();
        Assert.Equal("ExternalWorkflowExecutionNotFound", await RelayAsync("mailbox", "hello"));
    }

    [Fact]
    public async Task A_workflow_cancels_another()
    {
        var mailbox = await StartMailboxAsync();
        Assert.Equal("delivered", await RelayAsync("mailbox", "cancel"));
        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => mailbox.ResultAsync());
        Assert.Equal(WorkflowExecutionStatus.Canceled, failed.Status);
        Assert.Equal("ExternalWorkflowExecutionNotFound", await RelayAsync("nobody", "cancel"));
    }

    [Fact]
    public async Task Canceling_what_has_ended_changes_nothing()
    {
        var mailbox = await StartMailboxAsync();
        await mailbox.SignalAsync(w => w.Post("end"));
        await mailbox.ResultAsync();
        var length = (await mailbox.DescribeAsync()).Info.HistoryLength;
        await mailbox.CancelAsync();
        Assert.Equal("delivered", await RelayAsync("mailbox", "cancel"));
        Assert.Equal(length, (await mailbox.DescribeAsync()).Info.HistoryLength);
    }

    [Fact]
    public async Task A_signal_survives_a_crash_and_is_recorded_once()
    {
        var mailbox = await StartMailboxAsync();
        var relay = await Client.StartWorkflowAsync((RelayWorkflow w) => w.RunAsync("mailbox", "hello"));
        await Environment.RestartAsync(TestContext.Current.CancellationToken);
        Assert.Equal("delivered", await relay.ResultAsync());
        await mailbox.SignalAsync(w => w.Post("end"));
        Assert.Equal("hello end", await mailbox.ResultAsync());
    }

    [Theory]
    [InlineData("signal", "hello end")]
    [InlineData("cancel", "canceled")]
    public async Task A_parent_signals_and_cancels_its_child_by_the_handle(string end, string result) =>
        Assert.Equal(result, await Client.ExecuteWorkflowAsync((ParentWorkflow w) => w.RunAsync(end)));

    [Theory]
    [InlineData(ParentClosePolicy.Terminate, WorkflowExecutionStatus.Terminated)]
    [InlineData(ParentClosePolicy.RequestCancel, WorkflowExecutionStatus.Canceled)]
    [InlineData(ParentClosePolicy.Abandon, WorkflowExecutionStatus.Running)]
    public async Task The_parent_close_policy_reaches_every_one_of_many_children(ParentClosePolicy policy, WorkflowExecutionStatus status)
    {
        await Client.ExecuteWorkflowAsync((ManyChildrenWorkflow w) => w.RunAsync(15, policy));
        await Environment.AdvanceAsync(TimeSpan.Zero);
        for (var i = 0; i < 15; i++)
        {
            Assert.Equal(status, (await Client.GetWorkflowHandle($"child-{i}").DescribeAsync()).Info.Status);
        }
    }

    private Task<WorkflowHandle<MailboxWorkflow, string>> StartMailboxAsync() => Client.StartWorkflowAsync((MailboxWorkflow w) => w.RunAsync(), new WorkflowOptions { Id = "mailbox" });

    private Task<string> RelayAsync(string target, string what) => Client.ExecuteWorkflowAsync((RelayWorkflow w) => w.RunAsync(target, what));
}
