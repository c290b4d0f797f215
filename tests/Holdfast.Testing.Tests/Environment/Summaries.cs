using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class Summaries
{
    [Fact]
    public async Task Activities_and_timers_say_in_the_history_what_they_are_for()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.ConfigureWorker(w => w
            .AddWorkflow("Tells", async arguments =>
            {
                await Workflow.ExecuteActivityAsync<int>("Echo", [arguments.Get<int>(0)], new ActivityOptions { Summary = "hears itself" });
                await Workflow.DelayAsync(TimeSpan.FromHours(1), summary: "waits for the echo");
                return 0;
            })
            .AddActivity("Echo", (int number) => Task.FromResult(number))));
        var handle = await environment.Client.StartWorkflowAsync("Tells", [1], new WorkflowOptions { Id = "tells" });
        await handle.ResultAsync<int>();
        List<string> summaries = [];
        await foreach (var recorded in handle.FetchHistoryAsync())
        {
            summaries.Add(recorded.Attributes switch
            {
                ActivityTaskScheduled scheduled => scheduled.Summary,
                TimerStarted started => started.Summary,
                _ => string.Empty,
            });
        }

        Assert.Equal(["hears itself", "waits for the echo"], summaries.Where(static s => s.Length > 0));
    }
}
