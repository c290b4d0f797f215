namespace Holdfast.Testing.Tests;

public sealed class SlowWorkflowTasks
{
    [Theory]
    [InlineData("six", "took 00:00:06; it times out after 00:00:10")]
    [InlineData("long", "took 00:00:08; it times out after 00:00:10")]
    [InlineData("clock", null)]
    public async Task A_workflow_task_of_more_than_five_seconds_is_warned_of_once_for_each_wait(string script, string? warning)
    {
        using LogLines lines = new();
        await using var environment = await WorkflowEnvironment.StartAsync(e =>
        {
            e.LoggerFactory = lines;
            e.AddWorkflow<LocalWorkflow>().AddActivities(new LocalWork(e.TimeProvider));
        });
        var handle = await environment.Client.StartWorkflowAsync((LocalWorkflow w) => w.RunAsync(script), new WorkflowOptions { Id = "slow" });
        await handle.ResultAsync();

        var warnings = lines.Of("Holdfast.Engine").Where(static l => l.StartsWith("Workflow task of", StringComparison.Ordinal));
        Assert.Equal(warning is null ? [] : [$"Workflow task of LocalWorkflow slow ({handle.RunId}) {warning}"], warnings.Select(static l => l.Split(". Long", 2)[0]));
    }
}
