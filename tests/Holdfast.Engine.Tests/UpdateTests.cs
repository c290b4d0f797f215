using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class UpdateTests
{
    private static readonly string[] BeforeUpdate =
    [
        "1 WorkflowExecutionStarted",
        "2 WorkflowTaskScheduled",
        "3 WorkflowTaskStarted scheduled=2",
        "4 WorkflowTaskCompleted scheduled=2 started=3",
    ];

    private static Scenario Waiting() => new Scenario().Start().RunTask();

    private static ProtocolMessageCommand Accept(string id = "u1") => new() { Message = new UpdateMessage.Accepted { UpdateId = id } };

    private static ProtocolMessageCommand Reject(string id = "u1") => new() { Message = new UpdateMessage.Rejected { UpdateId = id, Failure = Scenario.Failure() } };

    private static ProtocolMessageCommand Complete(string id = "u1") => new() { Message = new UpdateMessage.Completed { UpdateId = id, Result = Scenario.Text("ok") } };

    private static string FailureTypeOf(Effect report) => ((FailureInfo.Application)((ReportUpdate)report).Failure!.Info).Type;

    [Fact]
    public void An_update_asks_for_a_task_without_writing_anything() => Waiting()
        .Admit()
        .ExpectRecords()
        .ExpectEffects("workflow task ready on orders", "arm WorkflowTaskScheduleToStart 5");

    [Fact]
    public void Updates_that_one_task_has_no_room_for_come_with_the_next_and_one_is_given_at_least()
    {
        var run = new Scenario(new EngineLimits { WorkflowTaskBytes = 100 }).Start().RunTask().Send(Large("u1", 30)).Send(Large("u2", 20)).Send(Large("u3", 1)).StartTask();
        Assert.Equal(["u1", "u2"], Given());
        run.CompleteTask(Accept("u1"), Accept("u2"));
        run.StartTask();
        Assert.Equal(["u3"], Given());
        run.CompleteTask(Accept("u3")).Send(Large("u4", 80)).Send(Large("u5", 1)).StartTask();
        Assert.Equal(["u4"], Given());

        IEnumerable<string> Given() => run.State.Updates.Admitted.Where(static u => u.IsDelivered).Select(static u => u.Request.UpdateId);

        static AdmitUpdate Large(string updateId, int bytes) => new(Scenario.Update(updateId) with { Input = Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[bytes])) });
    }

    [Fact]
    public void A_rejected_update_leaves_no_trace() => Waiting()
        .Admit()
        .StartTask().ExpectRecords()
        .CompleteTask(Reject())
        .ExpectEffects("update u1 Completed failed")
        .ExpectHistory(BeforeUpdate);

    [Fact]
    public void After_a_rejection_the_run_goes_on_where_it_was()
    {
        var run = Waiting().Admit().StartTask().CompleteTask(Reject());
        Assert.Equal(3, run.State.PreviousStartedEventId);
        Assert.Equal(5, run.State.NextEventId);
        Assert.Null(run.State.WorkflowTask);
        Assert.True(run.State.IsIdle);

        run.Signal().ExpectRecords("5 WorkflowExecutionSignaled go", "6 WorkflowTaskScheduled");
    }

    [Fact]
    public void An_accepted_update_writes_the_task_that_carried_it() => Waiting()
        .Admit()
        .StartTask()
        .CompleteTask(Accept(), Complete())
        .ExpectRecords(
            "5 WorkflowTaskScheduled",
            "6 WorkflowTaskStarted scheduled=5",
            "7 WorkflowTaskCompleted scheduled=5 started=6",
            "8 WorkflowExecutionUpdateAccepted u1 before=5",
            "9 WorkflowExecutionUpdateCompleted u1 accepted=8")
        .ExpectEffects("update u1 Accepted", "update u1 Completed");

    [Fact]
    public void The_accepted_event_carries_the_request()
    {
        var run = Waiting().Admit().StartTask().CompleteTask(Accept());

        var accepted = Assert.IsType<WorkflowExecutionUpdateAccepted>(run.History[^1].Attributes);
        Assert.Equal(("u1", "setQuantity", Scenario.Text("3"), "client"), (accepted.UpdateId, accepted.Name, accepted.Input, accepted.Identity));
    }

    [Fact]
    public void An_update_may_complete_in_a_later_task() => Waiting()
        .Admit()
        .StartTask()
        .CompleteTask(Accept(), Scenario.Timer(seconds: 5))
        .Sleep(5)
        .RunTask(Complete())
        .ExpectEffects("update u1 Completed");

    [Fact]
    public void A_task_that_is_scheduled_anyway_carries_the_update() => Waiting()
        .Signal()
        .Admit().ExpectEffects()
        .StartTask()
        .CompleteTask(Reject())
        .ExpectRecords("8 WorkflowTaskCompleted scheduled=6 started=7");

    [Fact]
    public void An_update_that_arrives_while_a_task_runs_gets_the_next_one()
    {
        var run = Waiting().Signal().StartTask().Admit().ExpectEffects();
        Assert.False(run.State.Updates.Admitted[0].IsDelivered);

        run.CompleteTask().ExpectRecords("8 WorkflowTaskCompleted scheduled=6 started=7").ExpectEffects("workflow task ready on orders", "arm WorkflowTaskScheduleToStart 9");
        run.StartTask();
        Assert.True(run.State.Updates.Admitted[0].IsDelivered);
    }

    [Fact]
    public void A_signal_turns_a_waiting_speculative_task_into_an_ordinary_one() => Waiting()
        .Admit()
        .Signal()
        .ExpectRecords("5 WorkflowExecutionSignaled go", "6 WorkflowTaskScheduled")
        .ExpectEffects()
        .StartTask()
        .CompleteTask(Reject())
        .ExpectRecords("8 WorkflowTaskCompleted scheduled=6 started=7");

    [Fact]
    public void A_signal_makes_a_running_speculative_task_durable_with_the_IDs_it_was_given()
    {
        var run = Waiting().Admit().StartTask();
        Assert.Equal(6, run.State.WorkflowTask!.StartedEventId);

        run.Signal()
            .ExpectRecords("5 WorkflowTaskScheduled", "6 WorkflowTaskStarted scheduled=5", "buffered WorkflowExecutionSignaled go")
            .CompleteTask(Reject())
            .ExpectRecords("7 WorkflowTaskCompleted scheduled=5 started=6", "8 WorkflowExecutionSignaled go", "9 WorkflowTaskScheduled");
    }

    [Fact]
    public void A_speculative_task_that_no_worker_takes_becomes_durable() => Waiting()
        .Admit()
        .Sleep(5)
        .ExpectRecords("5 WorkflowTaskScheduled")
        .ExpectEffects()
        .StartTask()
        .CompleteTask(Accept())
        .ExpectRecords("7 WorkflowTaskCompleted scheduled=5 started=6", "8 WorkflowExecutionUpdateAccepted u1 before=5");

    [Fact]
    public void A_speculative_task_that_fails_is_an_ordinary_failing_task() => Waiting()
        .Admit()
        .StartTask()
        .FailTask()
        .ExpectRecords("5 WorkflowTaskScheduled", "6 WorkflowTaskStarted scheduled=5", "7 WorkflowTaskFailed WorkflowWorkerUnhandledFailure")
        .Sleep(1)
        .StartTask()
        .CompleteTask(Accept())
        .ExpectRecords("8 WorkflowTaskScheduled attempt=2", "9 WorkflowTaskStarted scheduled=8", "10 WorkflowTaskCompleted scheduled=8 started=9", "11 WorkflowExecutionUpdateAccepted u1 before=8");

    [Fact]
    public void A_failed_task_has_not_delivered_its_updates()
    {
        var run = Waiting().Admit().StartTask();
        Assert.True(run.State.Updates.Admitted[0].IsDelivered);

        run.FailTask();
        Assert.False(run.State.Updates.Admitted[0].IsDelivered);
    }

    [Fact]
    public void A_speculative_task_that_times_out_is_an_ordinary_failing_task() => Waiting()
        .Admit()
        .StartTask()
        .Sleep(10)
        .ExpectRecords("5 WorkflowTaskScheduled", "6 WorkflowTaskStarted scheduled=5", "7 WorkflowTaskTimedOut StartToClose");

    [Fact]
    public void An_update_that_the_worker_does_not_answer_is_rejected()
    {
        var run = Waiting().Admit().StartTask().CompleteTask().ExpectRecords().ExpectEffects("update u1 Completed failed");

        Assert.Equal("UnprocessedUpdate", FailureTypeOf(run.Effects[0]));
    }

    [Fact]
    public void An_update_ID_seen_before_attaches_to_the_first() => Waiting()
        .Admit()
        .Admit().ExpectEffects()
        .StartTask()
        .CompleteTask(Accept())
        .Admit().ExpectEffects("update u1 Accepted")
        .Signal()
        .RunTask(Complete())
        .Admit().ExpectEffects("update u1 Completed")
        .Crash()
        .Admit().ExpectEffects("update u1 Completed");

    [Fact]
    public void Closing_the_run_fails_the_updates_that_have_not_ended()
    {
        var run = Waiting().Admit("u1").StartTask().CompleteTask(Accept("u1")).Admit("u2");
        run.Do(new TerminateRun(RunId.None, "enough", Payloads.Empty, "client")).ExpectEffects("abort update u2", "update u1 Completed failed", "closed Terminated");

        Assert.Equal("AcceptedUpdateCompletedWorkflow", FailureTypeOf(run.Effects[1]));
        run.Admit("u1").ExpectEffects("update u1 Completed failed");
        run.Admit("u3").ExpectRejection(ErrorCodes.RunClosed);
    }

    [Fact]
    public void Continuing_as_new_sends_waiting_updates_to_the_new_run()
    {
        var run = Waiting().Signal().StartTask().Admit().CompleteTask(new ContinueAsNewWorkflowExecutionCommand());
        run.ExpectEffects("start successor Workflow", "abort update u1 for the successor", "closed ContinuedAsNew");
        run.Admit().ExpectRejection(ErrorCodes.RunClosed);
    }

    [Fact]
    public void An_update_sent_again_to_a_run_that_closed_gets_what_became_of_it_also_after_a_crash()
    {
        var run = Waiting().Admit().RunTask(Accept(), Complete(), new CompleteWorkflowExecutionCommand());
        Assert.True(run.State.IsClosed);
        run.Crash().Admit().ExpectRecords().ExpectEffects("update u1 Completed");
        run.Admit("u2").ExpectRejection(ErrorCodes.RunClosed);
    }

    [Fact]
    public void An_update_that_the_run_completed_before_it_continued_is_known_of_that_run_and_new_to_the_next()
    {
        var run = Waiting().Admit().RunTask(Accept(), Complete(), new ContinueAsNewWorkflowExecutionCommand());
        var successor = run.Effects.OfType<StartSuccessor>().Single().Start.Started;
        run.Admit().ExpectRecords().ExpectEffects("update u1 Completed");
        var next = new Scenario().Start(_ => successor).RunTask().Admit();
        Assert.True(next.State.WorkflowTask!.IsSpeculative);
    }

    [Fact]
    public void Too_many_updates_in_flight_are_refused() => new Scenario(new EngineLimits { UpdatesInFlight = 1 })
        .Start()
        .Admit("u1")
        .Admit("u2")
        .ExpectRejection(ErrorCodes.ResourceExhausted);

    [Fact]
    public void Too_many_updates_of_one_run_are_refused() => new Scenario(new EngineLimits { Updates = 1 })
        .Start()
        .Admit("u1")
        .StartTask()
        .CompleteTask(Accept("u1"), Complete("u1"))
        .Admit("u2")
        .ExpectRejection(ErrorCodes.LimitExceeded);

    [Fact]
    public void Too_much_input_of_updates_in_flight_is_refused_until_one_has_ended() => new Scenario(new EngineLimits { UpdateBytesInFlight = 5 })
        .Start()
        .Admit("u1")
        .Admit("u2")
        .ExpectRejection(ErrorCodes.ResourceExhausted)
        .StartTask()
        .CompleteTask(Accept("u1"), Complete("u1"))
        .Do(new AdmitUpdate(Scenario.Update("u2")));

    [Fact]
    public void Nine_tenths_of_the_updates_of_a_run_suggest_to_continue_as_new()
    {
        var run = new Scenario(new EngineLimits { Updates = 10 }).Start();
        for (var i = 1; i <= 9; i++)
        {
            run.Admit($"u{i}").StartTask().CompleteTask(Accept($"u{i}"), Complete($"u{i}"));
        }

        run.Signal().StartTask();
        var suggested = run.History.Select(e => e.Attributes).OfType<WorkflowTaskStarted>().Select(e => e.SuggestContinueAsNewReasons).ToList();
        Assert.Equal(SuggestContinueAsNewReasons.TooManyUpdates, suggested[^1]);
        Assert.All(suggested[..8], reasons => Assert.Equal(SuggestContinueAsNewReasons.None, reasons));
    }

    [Fact]
    public void Accepting_an_update_that_the_task_did_not_carry_fails_the_task() => Waiting()
        .Signal()
        .RunTask(Accept())
        .ExpectRecords("8 WorkflowTaskFailed BadUpdateWorkflowExecutionMessage");

    [Fact]
    public void Completing_an_update_twice_fails_the_task() => Waiting()
        .Admit()
        .StartTask()
        .CompleteTask(Accept(), Complete(), Complete())
        .ExpectRecords("5 WorkflowTaskScheduled", "6 WorkflowTaskStarted scheduled=5", "7 WorkflowTaskFailed BadUpdateWorkflowExecutionMessage");

    [Fact]
    public void Admitted_updates_are_lost_in_a_crash_and_accepted_ones_are_not()
    {
        var run = Waiting().Admit("u1").StartTask().CompleteTask(Accept("u1")).Admit("u2").Crash();

        Assert.Empty(run.State.Updates.Admitted);
        Assert.Equal(UpdateStage.Accepted, run.State.FindUpdateReport("u1")!.Stage);
        Assert.Null(run.State.FindUpdateReport("u2"));
    }
}
