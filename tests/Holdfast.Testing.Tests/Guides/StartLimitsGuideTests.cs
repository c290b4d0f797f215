using System.Collections.Immutable;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class StartLimitsGuideTests : ShopTest
{
    private static readonly WorkflowOptions OfAcme = new() { ConcurrencyKey = "acme" };

    protected override WorkflowEnvironmentOptions Options => new() { TaskQueueLimits = StartLimitsGuideSamples.Limits(ImmutableDictionary<string, StartLimit>.Empty) };

    [Fact]
    public async Task Loads_of_a_tenant_are_refused_while_one_runs()
    {
        var first = await StartLimitsGuideSamples.LoadAsync(Client, "acme", "abc");
        Assert.Null(await StartLimitsGuideSamples.LoadAsync(Client, "acme", "abc"));
        await Environment.RestartAsync(TestContext.Current.CancellationToken);
        Assert.Null(await StartLimitsGuideSamples.LoadAsync(Client, "acme", "abc"));
        await first!.ResultAsync<DateTimeOffset>();
        Assert.NotNull(await StartLimitsGuideSamples.LoadAsync(Client, "acme", "abc"));
    }

    [Fact]
    public async Task What_is_beyond_the_limit_of_a_type_waits_while_time_skips()
    {
        List<WorkflowResultHandle<DateTimeOffset>> loads = [];
        for (var i = 0; i < 4; i++)
        {
            loads.Add(await Client.StartWorkflowAsync(() => StartLimitsGuideSamples.LoadFileAsync("abc"), new WorkflowOptions { ConcurrencyKey = $"tenant-{i}" }));
        }

        Assert.NotNull((await loads[3].DescribeAsync()).WaitsForStartSince);
        var began = await Task.WhenAll(loads.Select(static i => i.ResultAsync()));
        Assert.InRange((began[1] - began[0]).TotalMinutes, 0, 1);
        Assert.InRange((began[2] - began[0]).TotalHours, 2.9, 3.1);
        Assert.InRange((began[3] - began[0]).TotalHours, 2.9, 3.1);
    }

    [Fact]
    public async Task A_new_question_replaces_the_one_that_is_being_answered()
    {
        var old = await Client.StartWorkflowAsync(() => StartLimitsGuideSamples.AnswerAsync("why?"), OfAcme);
        var other = await Client.StartWorkflowAsync(() => StartLimitsGuideSamples.AnswerAsync("where?"), new WorkflowOptions { ConcurrencyKey = "other" });
        await Environment.AdvanceAsync(TimeSpan.FromMinutes(1));
        var newer = await Client.StartWorkflowAsync(() => StartLimitsGuideSamples.AnswerAsync("why not?"), OfAcme);
        var failure = await Assert.ThrowsAsync<WorkflowFailedException>(() => old.ResultAsync());
        Assert.IsType<TerminatedFailureException>(failure.InnerException);
        Assert.Equal("why not?", await newer.ResultAsync());
        Assert.Equal("where?", await other.ResultAsync());
    }

    [Fact]
    public async Task Of_a_row_of_starts_the_last_runs_when_it_is_quiet()
    {
        List<WorkflowResultHandle<DateTimeOffset>> starts = [];
        for (var i = 0; i < 3; i++)
        {
            starts.Add(await Client.StartWorkflowAsync(() => StartLimitsGuideSamples.ReindexAsync(), OfAcme));
            await Environment.AdvanceAsync(TimeSpan.FromSeconds(20));
        }

        var last = Environment.Now - TimeSpan.FromSeconds(20);
        Assert.InRange((await starts[2].ResultAsync() - last).TotalSeconds, 29, 31);
        await Assert.ThrowsAsync<WorkflowFailedException>(() => starts[0].ResultAsync());
        await Assert.ThrowsAsync<WorkflowFailedException>(() => starts[1].ResultAsync());
    }

    [Fact]
    public async Task Children_wait_where_a_client_would_be_refused()
    {
        var began = await Client.ExecuteWorkflowAsync(() => StartLimitsGuideSamples.LoadAllAsync(4));
        Assert.InRange((began.Max() - began.Min()).TotalHours, 1.9, 2.1);
    }
}
