namespace Holdfast.Testing.Tests;

/// <summary>Runs the samples of docs/guides/activities.md and docs/guides/child-and-external-workflows.md.</summary>
public sealed class ActivityAndChildGuide : ShopTest
{
    [Fact]
    public async Task An_import_goes_on_where_the_attempt_before_stood_after_the_delay_that_it_asked_for()
    {
        Assert.Equal(2, await Client.ExecuteWorkflowAsync(() => ImportFlows.ImportAsync(5)));
        Assert.Equal(VirtualTimeProvider.DefaultStart + TimeSpan.FromMinutes(1), Environment.Now);
    }

    [Fact]
    public async Task A_failure_that_no_retry_mends_reaches_the_workflow_at_once()
    {
        Assert.Equal("'x' is no file of ours", await Client.ExecuteWorkflowAsync(() => ImportFlows.CheckAsync("x")));
        Assert.Equal(VirtualTimeProvider.DefaultStart, Environment.Now);
    }

    [Fact]
    public async Task A_parent_has_the_result_of_its_child() => Assert.Equal(2, await Client.ExecuteWorkflowAsync(() => ImportFlows.ImportAllAsync(5)));

    [Fact]
    public async Task A_workflow_tells_another()
    {
        var mailbox = await Client.StartWorkflowAsync((MailboxWorkflow w) => w.RunAsync(), new WorkflowOptions { Id = "mailbox" });
        await Client.ExecuteWorkflowAsync(() => ImportFlows.TellAsync("end"));
        Assert.Equal("end", await mailbox.ResultAsync());
    }
}
