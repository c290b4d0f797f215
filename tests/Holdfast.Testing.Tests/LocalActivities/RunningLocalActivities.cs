using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public sealed class RunningLocalActivities : IAsyncLifetime
{
    private WorkflowEnvironment _environment = null!;
    private LocalWork _work = null!;

    public async ValueTask InitializeAsync() => _environment = await WorkflowEnvironment.StartAsync(e =>
    {
        _work = new LocalWork(e.TimeProvider);
        e.AddWorkflow<LocalWorkflow>().AddActivities(_work);
    });

    public async ValueTask DisposeAsync()
    {
        _work.Held.TrySetResult("end of the test");
        await _environment.DisposeAsync();
    }

    [Fact]
    public async Task Local_activities_run_within_one_workflow_task_and_leave_markers()
    {
        var handle = await StartAsync("double");
        Assert.Equal("aaaa", await handle.ResultAsync());
        var history = await HistoryAsync(handle);
        Assert.Equal(
            [EventType.WorkflowExecutionStarted, EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted, EventType.MarkerRecorded, EventType.MarkerRecorded, EventType.WorkflowExecutionCompleted],
            history.Select(e => e.Type));
        var marker = (MarkerRecorded)history[4].Attributes;
        Assert.Equal("core_local_activity", marker.MarkerName);
        Assert.Equal("\"aa\"", marker.Details["result"].ToString());
        var seconds = (VirtualTimeProvider.DefaultStart - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        Assert.Equal(
            $$$"""{"seq":1,"attempt":1,"activity_id":"1","activity_type":"Double","complete_time":{"seconds":{{{seconds}}},"nanos":0},"backoff":null,"original_schedule_time":{"seconds":{{{seconds}}},"nanos":0}}""",
            Encoding.UTF8.GetString(marker.Details["data"][0].Data.Span));
        Assert.Equal(2, _work.Keys.Distinct().Count());
        Replay(history);
    }

    [Theory]
    [InlineData("by name", "bb")]
    [InlineData("clock", "00:00:03")]
    [InlineData("parallel", "1 2 3")]
    [InlineData("branches", "b b' a a' b'' a''")]
    [InlineData("retry", "attempt 3")]
    [InlineData("retry by timer", "attempt 3")]
    [InlineData("cancel at once", "canceled")]
    [InlineData("hold beside a race", "ended")]
    public async Task A_result_is_the_same_on_replay(string script, string result)
    {
        var handle = await StartAsync(script);
        Assert.Equal(result, await handle.ResultAsync());
        Replay(await HistoryAsync(handle));
    }

    [Fact]
    public async Task After_a_crash_concurrent_local_activities_end_in_the_order_in_which_they_ended_before()
    {
        var handle = await StartAsync("branches");
        await _environment.AdvanceAsync(TimeSpan.FromSeconds(30));
        var markers = (await HistoryAsync(handle)).Select(e => e.Attributes).OfType<MarkerRecorded>().Select(m => m.Details["result"].ToString());
        Assert.Equal(["\"b\"", "\"b'\"", "\"a\"", "\"a'\""], markers);
        await _environment.RestartAsync(TestContext.Current.CancellationToken);
        Assert.Equal("b b' a a' b'' a''", await handle.ResultAsync());
    }

    [Fact]
    public async Task A_long_local_activity_keeps_its_task_alive_by_new_tasks_and_runs_once()
    {
        var handle = await StartAsync("long");
        Assert.Equal("long", await handle.ResultAsync());
        var history = await HistoryAsync(handle);
        Assert.Equal(4, history.Count(e => e.Type is EventType.WorkflowTaskCompleted));
        Assert.DoesNotContain(history, e => e.Type is EventType.WorkflowTaskTimedOut or EventType.WorkflowTaskFailed);
        Assert.Single(_work.Keys);
        Assert.Equal(VirtualTimeProvider.DefaultStart.AddSeconds(30), _environment.Now);
        Replay(history);
    }

    [Fact]
    public async Task Attempts_in_the_worker_have_one_key_and_one_marker()
    {
        var handle = await StartAsync("retry");
        await handle.ResultAsync();
        Assert.Equal((3, 1), (_work.Keys.Count, _work.Keys.Distinct().Count()));
        Assert.Single(await HistoryAsync(handle), e => e.Type is EventType.MarkerRecorded);
        Assert.Equal(VirtualTimeProvider.DefaultStart.AddSeconds(2), _environment.Now);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_for_the_worker_is_a_durable_timer()
    {
        var handle = await StartAsync("retry by timer");
        await handle.ResultAsync();
        var history = await HistoryAsync(handle);
        Assert.Equal([TimeSpan.FromHours(1), TimeSpan.FromHours(2)], history.Select(e => e.Attributes).OfType<TimerStarted>().Select(t => t.StartToFireTimeout));
        Assert.Equal(3, history.Count(e => e.Type is EventType.MarkerRecorded));
        Assert.Equal((3, 1), (_work.Keys.Count, _work.Keys.Distinct().Count()));
    }

    [Theory]
    [InlineData("retry around the task timeout", new[] { 20 })]
    [InlineData("retry around a threshold", new[] { 10, 20 })]
    public async Task The_worker_itself_waits_as_long_as_a_workflow_task_may_take_unless_the_options_say_otherwise(string script, int[] timerSeconds)
    {
        var handle = await StartAsync(script);
        Assert.Equal("attempt 3", await handle.ResultAsync());
        var history = await HistoryAsync(handle);
        Assert.Equal(timerSeconds, history.Select(e => e.Attributes).OfType<TimerStarted>().Select(t => (int)t.StartToFireTimeout.TotalSeconds));
        Assert.Equal(VirtualTimeProvider.DefaultStart.AddSeconds(30), _environment.Now);
        Replay(history);
    }

    [Theory]
    [InlineData("retries end", "not yet", 2)]
    [InlineData("start to close", "StartToClose", 2)]
    [InlineData("schedule to close", "ScheduleToClose", 1)]
    [InlineData("unknown", "HF3011", 0)]
    public async Task A_failure_reaches_the_workflow(string script, string cause, int attempts)
    {
        var handle = await StartAsync(script);
        var failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.ResultAsync());
        var activity = Assert.IsType<ActivityFailureException>(failed.InnerException);
        Assert.Contains(cause, activity.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal(attempts, _work.Keys.Count);
        Replay(await HistoryAsync(handle));
    }

    [Theory]
    [InlineData("wait trying", 8)]
    [InlineData("wait waiting", 8)]
    [InlineData("wait abandoning", 8)]
    [InlineData("wait shielded", 30)]
    public async Task A_request_to_cancel_the_run_is_seen_by_the_next_task(string script, int seconds)
    {
        var handle = await StartAsync(script);
        await handle.CancelAsync();
        await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.ResultAsync());
        Assert.Equal(WorkflowExecutionStatus.Canceled, (await handle.DescribeAsync()).Info.Status);
        Assert.Equal(VirtualTimeProvider.DefaultStart.AddSeconds(seconds), _environment.Now);
        var history = await HistoryAsync(handle);
        var marker = Assert.Single(history.Select(e => e.Attributes).OfType<MarkerRecorded>());
        Assert.Equal(seconds == 8, marker.Failure?.Info is FailureInfo.Canceled);
        Replay(history);
    }

    [Fact]
    public async Task Terminating_the_run_cancels_the_local_activity()
    {
        var handle = await StartAsync("hold");
        await _work.HoldBegan.Task;
        await handle.TerminateAsync("enough");
        await _work.HoldCanceled.Task;
        Assert.DoesNotContain(await HistoryAsync(handle), e => e.Type is EventType.MarkerRecorded);
    }

    [Fact]
    public async Task A_query_is_answered_while_a_local_activity_runs()
    {
        var handle = await StartAsync("hold or signal");
        await _work.HoldBegan.Task;
        Assert.Equal(0, await handle.QueryAsync(w => w.CountSignals()));
        _work.Held.SetResult("held");
        Assert.Equal("0 signals, held True", await handle.ResultAsync());
    }

    [Fact]
    public async Task A_query_waits_for_the_end_of_a_task_that_was_given_an_update_because_nothing_of_it_is_recorded_before()
    {
        var handle = await StartAsync("wait for two");
        var update = handle.ExecuteUpdateAsync(w => w.HoldAsync());
        await _work.HoldBegan.Task;
        var query = handle.QueryAsync(w => w.CountSignals());
        await handle.DescribeAsync();
        _work.Held.SetResult("held");
        Assert.Equal(2, await query);
        Assert.Equal("held", await update);
        Assert.Equal("two", await handle.ResultAsync());
    }

    [Fact]
    public async Task A_signal_that_comes_meanwhile_is_seen_by_the_next_task()
    {
        var handle = await StartAsync("hold, then sleep");
        await _work.HoldBegan.Task;
        await handle.SignalAsync(w => w.Poke());
        _work.Held.SetResult("held");
        Assert.Equal("held", await handle.ResultAsync());
        Assert.Equal(1, await handle.QueryAsync(w => w.CountSignals()));
        Replay(await HistoryAsync(handle));
    }

    [Fact]
    public async Task After_a_crash_a_local_activity_whose_task_was_not_complete_runs_again_under_the_same_key()
    {
        var handle = await StartAsync("hold, then sleep");
        await _work.HoldBegan.Task;
        await _environment.RestartAsync();
        _work.Held.SetResult("held");
        Assert.Equal("held", await handle.ResultAsync());
        Assert.Equal((2, 1), (_work.Keys.Count, _work.Keys.Distinct().Count()));
        Replay(await HistoryAsync(handle));
    }

    [Fact]
    public async Task After_a_crash_what_a_marker_records_does_not_run_again()
    {
        var handle = await StartAsync("parallel");
        var result = handle.ResultAsync();
        await _environment.DelayAsync(TimeSpan.FromSeconds(10));
        await _environment.RestartAsync();
        Assert.Equal("1 2 3", await result);
        Assert.Equal(3, _work.Keys.Count);
    }

    [Fact]
    public async Task A_mock_stands_for_a_local_activity()
    {
        _environment.MockActivity((LocalWork w) => w.Double(""), (string text) => text + "!");
        Assert.Equal("a!!", await (await StartAsync("double")).ResultAsync());
    }

    private Task<WorkflowHandle<LocalWorkflow, string>> StartAsync(string script) => _environment.Client.StartWorkflowAsync((LocalWorkflow w) => w.RunAsync(script));

    private static async Task<List<HistoryEvent>> HistoryAsync(WorkflowHandle<LocalWorkflow, string> handle)
    {
        List<HistoryEvent> history = [];
        await foreach (var recorded in handle.FetchHistoryAsync())
        {
            history.Add(recorded);
        }

        return history;
    }

    private static void Replay(IReadOnlyList<HistoryEvent> history) => new WorkflowReplayer().AddWorkflow<LocalWorkflow>().Replay(history);
}
