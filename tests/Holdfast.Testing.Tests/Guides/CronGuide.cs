using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>Runs the sample of docs/guides/cron.md.</summary>
public sealed class CronGuide
{
    [Fact]
    public async Task A_workflow_counts_the_hours()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(CronFlows).Assembly));
        var client = environment.Client;
        await client.StartWorkflowAsync(() => CronFlows.CountAsync(), new WorkflowOptions { Id = "counter", CronSchedule = "0 * * * *" });
        await environment.AdvanceAsync(TimeSpan.FromHours(2.5));
        Assert.Equal(WorkflowExecutionStatus.Running, (await client.GetWorkflowHandle("counter").DescribeAsync()).Info.Status);
    }
}
