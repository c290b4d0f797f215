using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class ChangingOptions : ShopTest
{
    [Fact]
    public async Task The_priority_of_a_workflow_is_changed_kept_over_a_crash_and_given_back()
    {
        var handle = await Client.StartWorkflowAsync((MailboxWorkflow w) => w.RunAsync(), new WorkflowOptions { Priority = new Priority { PriorityKey = 4, FairnessKey = "acme" } });
        Assert.Equal(new Priority { PriorityKey = 1, FairnessKey = "acme" }, await TaskQueuesGuideSamples.HurryAsync(handle));
        await Environment.RestartAsync();
        Assert.Equal(1, (await handle.DescribeAsync()).Priority?.PriorityKey);
        Assert.Equal(new Priority { PriorityKey = 4, FairnessKey = "acme" }, await handle.UpdatePriorityAsync(null));
        Assert.Equal(2, (await handle.FetchHistoryAsync().ToListAsync()).Count(e => e.Type == EventType.WorkflowExecutionOptionsUpdated));
        await handle.SignalAsync(w => w.Post("end"));
        Assert.Equal("end", await handle.ResultAsync());
        await Assert.ThrowsAsync<WorkflowClosedException>(() => handle.UpdatePriorityAsync(new Priority { PriorityKey = 2 }));
    }
}
