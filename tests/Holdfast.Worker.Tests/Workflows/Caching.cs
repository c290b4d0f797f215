using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class Caching
{
    [Fact]
    public void A_cached_run_reads_no_history()
    {
        using var run = RunDriver.Start((OrderWorkflow w) => w.RunAsync("o1"));
        run.CompleteActivity("Charge", "r1").RunTask().FireTimer().RunTask();
        Assert.Equal(0, run.History.Reads);
    }

    [Fact]
    public void A_run_evicted_before_every_task_goes_the_same_way()
    {
        using var run = RunDriver.Start((OrderWorkflow w) => w.RunAsync("o1"));
        run.Evict().CompleteActivity("Charge", "r1").RunTask();
        run.Evict().FireTimer().RunTask();
        run.Evict().Signal("Approve", "ann").RunTask();
        run.Evict().CompleteActivity("Ship", "s1").RunTask();
        Assert.Equal(["complete(\"r1, s1, ann\")"], run.Asked);
    }

    [Fact]
    public void A_handler_without_cache_replays_every_task()
    {
        using var run = RunDriver.Start((OrderWorkflow w) => w.RunAsync("o1"), new WorkflowTaskHandlerOptions { CachedRuns = 0 });
        run.CompleteActivity("Charge", "r1").RunTask().FireTimer().RunTask();
        Assert.Equal((2, 0), (run.History.Reads, run.Handler.CachedRunCount));
    }

    [Fact]
    public void A_task_that_failed_in_history_is_not_replayed_as_one()
    {
        using var run = Script.Start("level");
        run.Signal("Level", 1);
        run.History.Add(new WorkflowTaskScheduled { TaskQueue = "main", StartToCloseTimeout = TimeSpan.FromSeconds(10) });
        run.History.Add(new WorkflowTaskStarted { ScheduledEventId = run.History.LastEventId });
        run.History.Add(new WorkflowTaskTimedOut { ScheduledEventId = 6, StartedEventId = 7, TimeoutType = TimeoutType.StartToClose });
        run.Signal("Level", 3).RunTask();
        Assert.Equal(["complete(\"3\")"], run.Asked);
    }

    [Fact]
    public void The_state_is_rebuilt_when_the_engine_did_not_take_the_last_commands()
    {
        using var run = Script.Start("level");
        var before = run.History.LastEventId;
        run.Signal("Level", 3);
        var lost = run.TryTask();
        Assert.IsType<WorkflowTaskResult.Completed>(lost);
        Assert.True(run.History.LastEventId > before);
        Assert.Equal(3, run.Evict().Ask<int>("CurrentLevel"));
    }

    [Fact]
    public void Code_replays_until_it_has_caught_up_with_history()
    {
        List<bool> replays = [];
        using var run = RunDriver.Create((PlainWorkflow w) => w.RunAsync("given"));
        run.ChecksReplay = false;
        run.MoveTo(NewHandler()).RunTask().FireTimer("1").RunTask();
        Assert.Equal([false, false, false], replays);

        replays.Clear();
        run.MoveTo(NewHandler()).FireTimer("2").RunTask();
        Assert.Equal([true, true, true, false], replays);
        Assert.Equal(["complete()"], run.Asked);

        WorkflowTaskHandler NewHandler() => new([new WorkflowDefinition
        {
            Name = "PlainWorkflow",
            DeclaringType = typeof(PlainWorkflow),
            Invoke = async (_, _) =>
            {
                replays.Add(Workflow.IsReplaying);
                await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
                replays.Add(Workflow.Unsafe.IsReplaying);
                replays.Add(Workflow.IsReplaying);
                await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
                replays.Add(Workflow.IsReplaying);
                return Payloads.Empty;
            },
        }]);
    }

    [Fact]
    public void Workflow_code_logs_once()
    {
        using var logs = new CollectingLoggerFactory();
        using var run = Script.Start("notes", new WorkflowTaskHandlerOptions { LoggerFactory = logs });
        run.Evict().FireTimer("1").RunTask();
        run.Evict().FireTimer("2").RunTask();
        run.ChecksReplay = false;
        Assert.Equal(["first", "second"], logs.Lines("Holdfast.Workflow.ScriptWorkflow"));
    }

    [Fact]
    public void The_run_that_was_not_used_for_longest_goes_when_there_is_no_room()
    {
        var handler = RunDriver.NewHandler(new WorkflowTaskHandlerOptions { CachedRuns = 2 });
        CachedLevel first = new(handler, 1), second = new(handler, 2), third = new(handler, 3);
        first.RunFirstTask();
        second.RunFirstTask();
        first.Ask();
        third.RunFirstTask();
        first.Ask();
        third.Ask();
        second.Ask();
        Assert.Equal((0, 1, 0), (first.HistoryReads, second.HistoryReads, third.HistoryReads));
    }

    [Fact]
    public void Reading_ahead_changes_nothing()
    {
        var handler = RunDriver.NewHandler(new WorkflowTaskHandlerOptions { CachedRuns = 20 });
        CachedLevel[] runs = [.. Enumerable.Range(1, 20).Select(n => new CachedLevel(handler, n))];
        foreach (var run in runs.Skip(1))
        {
            run.RunFirstTask();
        }

        handler.ReadAhead([.. runs.Select(r => r.RunId)]);
        foreach (var run in runs.Skip(1))
        {
            run.Ask();
        }

        Assert.Equal((19, 0), (handler.CachedRunCount, runs.Sum(r => r.HistoryReads)));
    }
}
