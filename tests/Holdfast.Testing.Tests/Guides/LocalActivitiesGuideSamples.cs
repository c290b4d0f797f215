using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>The code of docs/guides/local-activities.md.</summary>
public sealed class LocalActivitiesGuideSamples
{
    [Fact]
    public async Task Rates_are_read_by_local_activities()
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddWorkflow<RateWorkflow>().AddActivities<Rates>());
        Assert.Equal(6, await environment.Client.ExecuteWorkflowAsync((RateWorkflow w) => w.RunAsync()));
    }

    public sealed class Rates
    {
        [Activity]
#pragma warning disable CA1822 // an activity of an instance, as most are
        public Task<int> ReadAsync(string currency) => Task.FromResult(currency.Length);
#pragma warning restore CA1822
    }

    [Workflow]
    public sealed class RateWorkflow
    {
#pragma warning disable CA1822 // a workflow method belongs to its class
        public async Task<int> RunAsync()
#pragma warning restore CA1822
        {
            var rate = await Workflow.ExecuteLocalActivityAsync((Rates r) => r.ReadAsync("EUR"));
            var exact = await Workflow.ExecuteLocalActivityAsync(
                (Rates r) => r.ReadAsync("USD"),
                new LocalActivityOptions
                {
                    StartToCloseTimeout = TimeSpan.FromSeconds(2),
                    RetryPolicy = new RetryPolicy { MaximumAttempts = 5 },
                });
            return rate + exact;
        }
    }
}
