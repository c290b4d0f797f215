using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class Resetting : ShopTest
{
    [Fact]
    public async Task A_workflow_that_is_reset_does_anew_what_came_behind_the_point()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.ChargeTwiceAsync(new Order("1", 5)));
        await handle.ResultAsync();
        var again = await handle.ResetAsync(new WorkflowResetOptions { Reason = "the bank lost it" });
        Assert.Equal(5, (await again.ResultAsync<Receipt>()).Amount);
        Assert.NotEqual(handle.RunId, again.RunId);
        Assert.Equal(3, Payments.Charged.Count + 1);
    }

    [Fact]
    public async Task Signals_and_updates_are_carried_over_and_a_crash_changes_nothing()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        var update = await handle.StartUpdateAsync(w => w.ApproveAfterAsync(TimeSpan.FromHours(1)));
        var again = await handle.ResetAsync(new WorkflowResetOptions { Target = ResetTarget.FirstWorkflowTask });
        await Environment.RestartAsync();
        Assert.Equal(WorkflowExecutionStatus.Terminated, (await Client.GetWorkflowHandle(handle.Id, handle.RunId).DescribeAsync()).Info.Status);
        Assert.Equal(5, (await again.ResultAsync<Receipt>()).Amount);
        Assert.Equal("approved after 01:00:00", await again.GetUpdateHandle<string>(update.Id).ResultAsync());
    }

    [Fact]
    public async Task What_is_done_with_the_reset_is_there_before_the_code_goes_on_and_is_done_once()
    {
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("1", 5)));
        WorkflowResetOptions options = new()
        {
            Target = ResetTarget.FirstWorkflowTask,
            RequestId = "once",
            Operations = [new ResetOperation.Signal("Approve"), new ResetOperation.ChangePriority(new Priority { PriorityKey = 1 })],
        };
        var again = await handle.ResetAsync(options);
        await Environment.RestartAsync();
        Assert.Equal(5, (await again.ResultAsync<Receipt>()).Amount);
        Assert.Equal(again.RunId, (await handle.ResetAsync(options)).RunId);
        Assert.Equal(1, (await again.DescribeAsync()).Priority?.PriorityKey);
    }

    [Fact]
    public async Task Code_draws_the_same_random_numbers_up_to_the_reset_and_others_behind_it()
    {
        var handle = await Client.StartWorkflowAsync(() => Flows.DrawAsync());
        var drawn = await handle.ResultAsync();
        var again = await handle.ResetAsync();
        var drawnAgain = await again.ResultAsync<Guid[]>();
        Assert.Equal(drawn[0], drawnAgain[0]);
        Assert.NotEqual(drawn[1], drawnAgain[1]);
        await Environment.RestartAsync();
        Assert.Equal(drawnAgain, await again.ResultAsync<Guid[]>());
    }
}
