using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class StartPermitTests
{
    private static readonly GrantStartPermit Grant = new();

    [Fact]
    public void The_first_task_of_a_run_under_a_limit_comes_with_its_permit()
    {
        var run = Start(StartAdmission.Waits);
        Assert.Equal(StartPermitState.Awaited, run.State.StartPermit);
        Assert.Equal(run.Now, run.State.StartPermitAwaitedSince);
        Assert.Null(run.State.WorkflowTask);
        Assert.Contains(StartPermitChanged.Instance, run.Effects);
        Assert.True(run.State.IsIdle, "what only waits may leave memory");
        run.Do(Grant);
        Assert.Equal(StartPermitState.Held, run.State.StartPermit);
        Assert.Null(run.State.StartPermitAwaitedSince);
        run.RunTask(new CompleteWorkflowExecutionCommand());
        Assert.Equal(WorkflowExecutionStatus.Completed, run.State.Status);
    }

    [Fact]
    public void A_run_without_limits_says_nothing_of_permits()
    {
        var run = new Scenario().Start();
        Assert.Equal(StartPermitState.NotNeeded, run.State.StartPermit);
        Assert.DoesNotContain(StartPermitChanged.Instance, run.Effects);
        Assert.DoesNotContain(run.Log, static r => r is StartPermitAwaited);
    }

    [Fact]
    public void A_delayed_start_asks_for_its_permit_when_the_delay_is_over()
    {
        var run = Start(StartAdmission.Waits, TimeSpan.FromMinutes(1));
        Assert.Equal(StartPermitState.Expected, run.State.StartPermit);
        Assert.Contains(StartPermitChanged.Instance, run.Effects);
        run.Sleep(60);
        Assert.Equal(StartPermitState.Awaited, run.State.StartPermit);
        Assert.Null(run.State.NextWakeUp);
    }

    [Fact]
    public void Neither_a_signal_nor_an_update_gets_past_a_limit()
    {
        var run = Start(StartAdmission.Waits).Signal().Admit("u1");
        Assert.Null(run.State.WorkflowTask);
        run.Do(Grant).RunTask();
        Assert.Contains(run.History, static e => e.Type == EventType.WorkflowTaskCompleted);
    }

    [Fact]
    public void A_signal_with_start_ends_the_delay_and_not_the_wait_for_the_permit()
    {
        var run = Start(StartAdmission.Debounced, TimeSpan.FromMinutes(1))
            .Do(new SignalRun("go", Payloads.Empty, PayloadMap.Empty, "client", "r1") { EndsFirstDelay = true });
        Assert.Equal(StartPermitState.Awaited, run.State.StartPermit);
        Assert.Null(run.State.WorkflowTask);
    }

    [Fact]
    public void A_run_that_waits_and_is_canceled_closes_without_having_run()
    {
        var run = Start(StartAdmission.Waits).Do(new RequestCancelRun(RunId.None, "enough", "client", "cancel-1"));
        Assert.Equal(WorkflowExecutionStatus.Canceled, run.State.Status);
        Assert.DoesNotContain(run.History, static e => e.Type == EventType.WorkflowTaskScheduled);
    }

    [Fact]
    public void A_paused_run_takes_no_permit_and_asks_again_when_it_goes_on()
    {
        var run = Start(StartAdmission.Waits).Do(new PauseRun("look first", "operator", string.Empty)).Do(Grant);
        Assert.Equal(StartPermitState.Awaited, run.State.StartPermit);
        run.Do(new UnpauseRun("seen", "operator", string.Empty));
        Assert.Contains(StartPermitChanged.Instance, run.Effects);
        Assert.NotNull(run.Do(Grant).State.WorkflowTask);
    }

    [Fact]
    public void A_run_that_continues_as_new_hands_its_permit_on()
    {
        var run = Start(StartAdmission.Waits).Do(Grant).RunTask(new ContinueAsNewWorkflowExecutionCommand());
        var successor = run.Effects.OfType<StartSuccessor>().Single().Start.Started;
        Assert.Equal(StartAdmission.Granted, successor.Admission);
        Assert.Equal("k", successor.ConcurrencyKey);
        var next = new Scenario().Start(_ => successor);
        Assert.Equal(StartPermitState.Held, next.State.StartPermit);
        Assert.NotNull(next.State.WorkflowTask);
        Assert.Contains(StartPermitChanged.Instance, next.Effects);
    }

    [Fact]
    public void A_retry_hands_its_permit_on_and_a_cron_schedule_asks_anew()
    {
        var failure = new FailWorkflowExecutionCommand { Failure = Scenario.Failure() };
        var retried = Start(StartAdmission.Waits, change: static s => s with { RetryPolicy = new RetryPolicy() }).Do(Grant).RunTask(failure);
        Assert.Equal(StartAdmission.Granted, retried.Effects.OfType<StartSuccessor>().Single().Start.Started.Admission);
        var cron = Start(StartAdmission.Waits, change: static s => s with { CronSchedule = "@hourly" }).Do(Grant).RunTask(new CompleteWorkflowExecutionCommand());
        Assert.Equal(StartAdmission.Waits, cron.Effects.OfType<StartSuccessor>().Single().Start.Started.Admission);
    }

    [Fact]
    public void A_run_that_comes_of_a_reset_has_its_permit_by_its_workflow_task()
    {
        var run = Start(StartAdmission.Waits).Do(Grant).StartTask();
        var branched = new Scenario().Do(Scenario.Branch([.. run.History.Take(2)], [run.History[2]]));
        Assert.Equal(StartPermitState.Held, branched.State.StartPermit);
        Assert.Contains(StartPermitChanged.Instance, branched.Effects);
    }

    [Fact]
    public void What_a_run_waits_for_is_described()
    {
        var run = Start(StartAdmission.Waits);
        Assert.Equal(run.Now, RunDescription.Describe(run.State).WaitsForStartSince);
        Assert.Equal("k", RunDescription.Describe(run.State).ConcurrencyKey);
        Assert.Equal(new StartPermit(StartPermitState.Awaited, "orders", "Order", "k", 3, IsChild: false, run.Now, null), RunDescription.StartPermit(run.State));
    }

    private static Scenario Start(StartAdmission admission, TimeSpan? delay = null, Func<WorkflowExecutionStarted, WorkflowExecutionStarted>? change = null) => new Scenario()
        .Start(s => (change ?? (static c => c))(s with { Admission = admission, ConcurrencyKey = "k", FirstWorkflowTaskBackoff = delay }));
}
