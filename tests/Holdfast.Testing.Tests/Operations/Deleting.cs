using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class Deleting : ShopTest
{
    [Fact]
    public async Task A_run_is_deleted_with_its_history_and_its_workflow_ID_can_be_used_again()
    {
        var options = new WorkflowOptions { Id = "order-1", IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate };
        var handle = await Client.StartWorkflowAsync(() => Flows.ChargeTwiceAsync(new Order("1", 5)), options);
        await handle.ResultAsync();

        await handle.DeleteAsync();
        await Environment.RestartAsync();

        await Assert.ThrowsAsync<WorkflowNotFoundException>(() => handle.DescribeAsync());
        await Assert.ThrowsAsync<WorkflowNotFoundException>(() => handle.DeleteAsync());
        var again = await Client.StartWorkflowAsync(() => Flows.ChargeTwiceAsync(new Order("1", 5)), options);
        Assert.NotEqual(handle.RunId, again.RunId);
    }

    [Fact]
    public async Task Who_awaits_an_open_run_learns_that_it_was_terminated()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        var result = handle.ResultAsync();

        await handle.DeleteAsync();

        Assert.Equal(WorkflowExecutionStatus.Terminated, (await Assert.ThrowsAsync<WorkflowFailedException>(() => result)).Status);
    }
}
