using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

[Collection(nameof(LeavingTheScheduler))]
public sealed class LeavingTheScheduler
{
    [Theory]
    [InlineData("Task.Run", "Task.Run called in ForeignScripts.RunOnThreadPoolAsync (ForeignScripts.cs:line ")]
    [InlineData("Task.Delay", "Task.Delay called in ForeignScripts.DelayByTimerAsync (ForeignScripts.cs:line ")]
    [InlineData("HttpClient", "HttpClient.GetString")]
    [InlineData("CancelAsync", "CancellationTokenSource.CancelAsync called in ForeignScripts.CancelOnThreadPoolAsync (ForeignScripts.cs:line ")]
    public async Task The_second_attempt_names_the_call(string script, string named)
    {
        ForeignScripts.Blocker.Reset();
        using var run = Plain(script);
        await FailsAsync(run);
        var second = Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        ForeignScripts.Blocker.Set();
        Assert.Equal(WorkflowTaskFailedCause.NonDeterministicError, second.Cause);
        Assert.StartsWith("HF3002: ", second.Failure.Message, StringComparison.Ordinal);
        Assert.True(second.Failure.Message.Contains(named, StringComparison.Ordinal), second.Failure.Message);
    }

    [Fact]
    public void Waiting_for_nothing_durable_fails_the_first_attempt()
    {
        using var run = Plain("Task.Delay");
        var first = Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        Assert.Contains("waits, but for nothing durable", first.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("The next attempt looks for the call and names it.", first.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Waiting_for_the_cancellation_token_alone_is_allowed()
    {
        using var run = Plain("wait for cancellation");
        run.RunTask().RequestCancel().RunTask();
        Assert.Equal(["complete(\"canceled\")"], run.Asked);
    }

    [Theory]
    [InlineData("timer beside durable work")]
    [InlineData("CancelAfter")]
    public async Task A_continuation_from_elsewhere_between_two_tasks_is_announced_and_fails_the_next(string script)
    {
        var run = Plain(script);
        var announced = Announcement(run);
        run.RunTask();
        Assert.Equal(RunDriver.RunId, await announced);
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        Assert.Equal(WorkflowTaskFailedCause.NonDeterministicError, failed.Cause);
        Assert.StartsWith("HF3002: ", failed.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConfigureAwait_false_is_found_and_the_last_await_is_named()
    {
        using var run = Plain("ConfigureAwait(false)");
        run.RunTask().FireTimer();
        await FailsAsync(run);
        var second = Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        Assert.True(second.Failure.Message.Contains("The code left after the await in ForeignScripts.LeaveContextAsync (ForeignScripts.cs:line ", StringComparison.Ordinal), second.Failure.Message);
        Assert.Contains("ConfigureAwait(false)", second.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_out_of_async_void_fails_the_task_and_not_the_process()
    {
        using var run = Plain("async void");
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        Assert.Equal("out of async void", failed.Failure.Message);
    }

    [Fact]
    public void A_run_whose_code_is_mended_goes_on()
    {
        using var run = Plain("Task.Delay");
        Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        var mended = new Definitions.WorkflowDefinition
        {
            Name = "PlainWorkflow",
            DeclaringType = typeof(PlainWorkflow),
            Invoke = (_, arguments) => Task.FromResult(arguments.Result("mended")),
        };
        run.ChecksReplay = false;
        run.MoveTo(new WorkflowTaskHandler([mended])).RunTask();
        Assert.Equal(["complete(\"mended\")"], run.Asked);
    }

    [Fact]
    public async Task Code_that_blocks_is_seen_by_the_watch_and_fails_when_it_returns()
    {
        ForeignScripts.Blocker.Reset();
        var clock = new Testing.VirtualTimeProvider();
        var run = Plain("block", new WorkflowTaskHandlerOptions { TimeProvider = clock });
        var turn = Task.Run(() => run.TryTask());
        while (run.Handler.Watch.RunningCount == 0)
        {
            await Task.Yield();
        }

        Assert.Empty(run.Handler.Watch.Poll());
        clock.Advance(TimeSpan.FromSeconds(3));
        var stuck = Assert.Single(run.Handler.Watch.Poll());
        Assert.Equal((RunDriver.RunId, "PlainWorkflow", TimeSpan.FromSeconds(3)), (stuck.RunId, stuck.WorkflowType, stuck.Elapsed));
        ForeignScripts.Blocker.Set();
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(await turn);
        Assert.StartsWith("HF3003: Workflow 'PlainWorkflow' ran for 3.0 s", failed.Failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, run.Handler.CachedRunCount);
        Assert.Empty(run.Handler.Watch.Poll());
    }

    private static RunDriver Plain(string script, WorkflowTaskHandlerOptions? options = null) => RunDriver.Create((PlainWorkflow w) => w.RunAsync(script), options);

    /// <summary>Runs a task that fails at once, or at the next task after a continuation came from elsewhere.</summary>
    private static async Task FailsAsync(RunDriver run)
    {
        var announced = Announcement(run);
        if (run.TryTask() is not WorkflowTaskResult.Failed)
        {
            await announced;
            Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask());
        }
    }

    private static Task<RunId> Announcement(RunDriver run)
    {
        var announced = new TaskCompletionSource<RunId>(TaskCreationOptions.RunContinuationsAsynchronously);
        run.Handler.ForeignContinuation += (_, e) => announced.TrySetResult(e.RunId);
        return announced.Task;
    }
}
