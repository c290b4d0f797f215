using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class ExecutionTests
{
    [Fact]
    public void A_workflow_of_sequential_activities_runs_to_its_end()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().OnSequence("Three", 3));
        engine.StartWorkflow("w", "Three");
        var close = engine.WaitForClose("w");
        Assert.Equal(EventType.WorkflowExecutionCompleted, close.Type);
        Assert.Equal(Enumerable.Range(1, (int)close.EventId).Select(i => (long)i), engine.History("w").Select(e => e.EventId));
    }

    [Fact]
    public void A_sequential_activity_costs_one_flush()
    {
        PumpedEngine few = new(null, new ScriptedWorker().OnSequence("W", 10));
        few.StartWorkflow("w", "W");
        few.WaitForClose("w");
        PumpedEngine many = new(null, new ScriptedWorker().OnSequence("W", 110));
        many.StartWorkflow("w", "W");
        many.WaitForClose("w");
        Assert.Equal(100, many.Disk.FlushCount - few.Disk.FlushCount);
    }

    [Fact]
    public void A_started_workflow_waits_for_a_worker_that_registers_later()
    {
        PumpedEngine engine = new();
        engine.StartWorkflow("w", "One");
        engine.Settle();
        ScriptedWorker worker = new();
        engine.Engine.RegisterWorker(worker.OnSequence("One", 0).Registration);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
    }

    [Fact]
    public void No_more_attempts_run_at_a_time_than_the_worker_has_slots()
    {
        ScriptedWorker worker = new(slots: 2);
        worker.Activity = static _ => null;
        PumpedEngine engine = new(null, OnFive(worker));
        engine.StartWorkflow("w", "Five");
        engine.Settle();
        Assert.Equal(["1", "2"], worker.Attempts.Select(a => a.ActivityId));
        Complete(engine, worker.Attempts[1]);
        Assert.Equal(["1", "2", "3"], worker.Attempts.Select(a => a.ActivityId));
        Complete(engine, worker.Attempts[0]);
        Assert.Equal(["1", "2", "3", "4"], worker.Attempts.Select(a => a.ActivityId));
    }

    [Fact]
    public void A_worker_that_has_left_is_given_nothing_more_and_may_report_what_it_has()
    {
        ScriptedWorker worker = new(slots: 2);
        worker.Activity = static _ => null;
        PumpedEngine engine = new();
        var registration = engine.Engine.RegisterWorker(OnFive(worker).Registration);
        engine.StartWorkflow("w", "Five");
        engine.Settle();
        registration.Dispose();
        Complete(engine, worker.Attempts[0]);
        engine.StartWorkflow("other", "Five");
        engine.Settle();
        Assert.Equal((2, 1), (worker.Attempts.Count, worker.TaskCount));
        Assert.Empty(worker.Cancellations);
        engine.Engine.RegisterWorker(worker.Registration);
        engine.Settle();
        Assert.Contains(engine.History("w"), e => e.Type == EventType.ActivityTaskCompleted);
        Assert.Equal("3", worker.Attempts[2].ActivityId);
    }

    [Fact]
    public void A_signal_reaches_the_workflow_and_the_same_request_does_not_reach_it_twice()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Signals", (_, history) => history.Count(e => e.Type == EventType.WorkflowExecutionSignaled) == 2
            ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
            : ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Signals");
        engine.Signal("w", "go", "first");
        engine.Signal("w", "go", "first");
        engine.Signal("w", "go", "second");
        engine.WaitForClose("w");
        Assert.Equal(2, engine.History("w").Count(e => e.Type == EventType.WorkflowExecutionSignaled));
    }

    [Fact]
    public void A_timer_fires_at_its_time_and_not_before()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Sleep", (_, history) => history.Any(e => e.Type == EventType.TimerFired)
            ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
            : ScriptedWorker.Completed(new StartTimerCommand { TimerId = "1", StartToFireTimeout = TimeSpan.FromDays(30) })));
        engine.StartWorkflow("w", "Sleep");
        var close = engine.WaitForClose("w");
        var started = engine.History("w").Single(e => e.Type == EventType.TimerStarted);
        Assert.Equal(started.Time + TimeSpan.FromDays(30), close.Time);
    }

    [Fact]
    public void A_failed_attempt_is_tried_again_after_the_policys_delay_with_the_same_idempotency_key()
    {
        ScriptedWorker worker = new();
        worker.Activity = task => task.Activity.Attempt < 3
            ? new ActivityOutcome.Failed(new Failure { Message = "no", Info = new FailureInfo.Application("T", false, Payloads.Empty) })
            : new ActivityOutcome.Completed(Payloads.Empty);
        PumpedEngine engine = new(null, worker.OnSequence("One", 1));
        engine.StartWorkflow("w", "One");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("w").Type);
        Assert.Equal([1, 2, 3], worker.Attempts.Select(a => a.Activity.Attempt));
        Assert.Single(worker.Attempts.Select(a => a.Activity.IdempotencyKey).Distinct());
        Assert.Equal(TimeSpan.FromSeconds(3), worker.Attempts[2].StartedTime - worker.Attempts[0].StartedTime);
    }

    [Fact]
    public void A_child_reports_its_end_to_its_parent()
    {
        PumpedEngine engine = new(null, new ScriptedWorker()
            .OnSequence("Child", 2)
            .On("Parent", (_, history) => history switch
            {
                _ when history.Any(e => e.Type == EventType.ChildWorkflowExecutionCompleted) => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()),
                _ when history.Any(e => e.Type == EventType.StartChildWorkflowExecutionInitiated) => ScriptedWorker.Completed(),
                _ => ScriptedWorker.Completed(new StartChildWorkflowExecutionCommand { WorkflowId = "child", WorkflowType = "Child" }),
            }));
        engine.StartWorkflow("parent", "Parent");
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("parent").Type);
        Assert.Equal(EventType.WorkflowExecutionCompleted, engine.WaitForClose("child").Type);
    }

    [Fact]
    public void Continue_as_new_starts_the_next_run_in_the_same_record()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Chain", (_, history) =>
        {
            var started = (WorkflowExecutionStarted)history[0].Attributes;
            return started.Input.Count == 3
                ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())
                : ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand { Input = Payloads.Of([.. started.Input, Payload.Null]) });
        }));
        var first = engine.StartWorkflow("w", "Chain");
        engine.Settle();
        var last = engine.WaitForClose("w");
        Assert.Equal(EventType.WorkflowExecutionCompleted, last.Type);
        Assert.Equal(EventType.WorkflowExecutionContinuedAsNew, engine.WaitForClose("w", first.RunId).Type);
    }

    [Fact]
    public void Over_a_crash_a_run_has_continued_and_its_successor_is_there_or_neither()
    {
        HashSet<bool> seen = [];
        for (ulong seed = 0; seed < 60; seed++)
        {
            var input = Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[600 * (int)(seed % 3)]));
            PumpedEngine engine = new(new EngineOptions { Owners = 1 }, new ScriptedWorker().On("Hop", (_, history) => history.Any(static e => e.Type == EventType.WorkflowExecutionSignaled)
                ? ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand { Input = input })
                : ScriptedWorker.Completed()));
            var first = engine.StartWorkflow("w", "Hop").RunId;
            engine.Settle();
            _ = engine.Service.SignalWorkflowExecutionAsync(
                new SignalWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default), SignalName = "on", RequestId = "r" },
                CancellationToken.None);
            engine.Disk.FailFlush(after: 0, seed);
            while (engine.Fatal is null)
            {
                engine.Engine.PumpOnce();
            }

            engine.CrashAndRestart(seed);
            var successor = engine.History("w", first).Select(static e => e.Attributes).OfType<WorkflowExecutionContinuedAsNew>().SingleOrDefault()?.NewExecutionRunId;
            var newest = engine.Run(engine.Service.DescribeWorkflowExecutionAsync(new DescribeWorkflowExecutionRequest(PumpedEngine.Namespace, new WorkflowExecution("w", RunId.None)), CancellationToken.None)).Info;
            Assert.Equal((successor ?? first, WorkflowExecutionStatus.Running), (newest.Execution.RunId, newest.Status));
            seen.Add(successor is null);
        }

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void The_first_workflow_task_runs_with_the_start_and_costs_no_flush_of_its_own()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(new EngineOptions { Owners = 1 }, worker.On("Wait", static (_, _) => ScriptedWorker.Completed()));
        var flushes = engine.Disk.FlushCount;

        engine.StartWorkflow("w", "Wait");

        Assert.Equal((1, flushes + 1), (worker.TaskCount, engine.Disk.FlushCount));
        Assert.Equal([EventType.WorkflowExecutionStarted, EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted], engine.History("w").Select(static e => e.Type));
    }

    [Fact]
    public void A_terminated_run_runs_no_more_code_and_can_be_terminated_only_once()
    {
        ScriptedWorker worker = new();
        PumpedEngine engine = new(null, worker.On("Sleep", static (_, _) => ScriptedWorker.Completed(new StartTimerCommand { TimerId = "1", StartToFireTimeout = TimeSpan.FromHours(1) })));
        engine.StartWorkflow("w", "Sleep");
        engine.Settle();
        Terminate(engine);
        engine.Time.Advance(TimeSpan.FromHours(2));
        engine.Settle();

        Assert.Equal(1, worker.TaskCount);
        var terminated = Assert.IsType<WorkflowExecutionTerminated>(engine.WaitForClose("w").Attributes);
        Assert.Equal(("enough", "operator"), (terminated.Reason, terminated.Identity));
        Assert.Equal(ErrorCodes.RunClosed, Assert.Throws<HoldfastException>(() => Terminate(engine)).Code);

        static void Terminate(PumpedEngine engine) => engine.Run(engine.Service.TerminateWorkflowExecutionAsync(
            new TerminateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default), Reason = "enough", Identity = "operator" },
            CancellationToken.None));
    }

    [Fact]
    public void A_start_whose_workflow_task_may_take_longer_than_the_longest_is_refused()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", static (_, _) => ScriptedWorker.Completed()));
        var refused = Assert.Throws<HoldfastException>(() => engine.StartWorkflow("w", "Wait", static r => r with { WorkflowTaskTimeout = TimeSpan.FromSeconds(121) }));
        Assert.Equal(ErrorCodes.InvalidArgument, refused.Code);
        engine.StartWorkflow("w", "Wait", static r => r with { WorkflowTaskTimeout = TimeSpan.FromSeconds(120) });
        engine.StartWorkflow("v", "Wait");
        Assert.Equal([120.0, 10.0], new[] { "w", "v" }.Select(id => ((WorkflowExecutionStarted)engine.History(id)[0].Attributes).WorkflowTaskTimeout.TotalSeconds));
    }

    [Fact]
    public void A_start_sent_again_after_its_run_continued_as_new_gives_the_run_that_it_made()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Chain", (_, history) => ((WorkflowExecutionStarted)history[0].Attributes).Input.Count == 1
            ? ScriptedWorker.Completed()
            : ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand { Input = Payloads.Of(Payload.Null) })));
        var first = engine.StartWorkflow("w", "Chain", r => r with { RequestId = "one" });
        engine.Settle();
        var again = engine.StartWorkflow("w", "Chain", r => r with { RequestId = "one" });
        Assert.Equal(first.RunId, again.RunId);
        Assert.False(again.Started);
    }

    [Fact]
    public void A_workflow_ID_starts_again_only_after_the_least_interval()
    {
        var interval = TimeSpan.FromSeconds(1);
        PumpedEngine engine = new(
            new EngineOptions { Owners = 2, Limits = new EngineLimits { WorkflowIdReuseInterval = interval } },
            new ScriptedWorker().On("End", (_, _) => ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand())));
        engine.StartWorkflow("w", "End");
        engine.WaitForClose("w");

        var refused = Assert.Throws<HoldfastException>(() => engine.StartWorkflow("w", "End"));
        Assert.Equal(ErrorCodes.ResourceExhausted, refused.Code);
        engine.Time.Advance(interval);
        Assert.True(engine.StartWorkflow("w", "End").Started);
    }

    [Fact]
    public void A_second_start_of_an_open_workflow_is_refused()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait");
        var refused = Assert.Throws<WorkflowIdInUseException>(() => engine.StartWorkflow("w", "Wait"));
        Assert.Equal(ErrorCodes.WorkflowAlreadyStarted, refused.Code);
    }

    [Fact]
    public void The_next_due_time_is_that_of_something_that_will_happen()
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", (_, history) => history.Any(e => e.Type == EventType.WorkflowExecutionSignaled)
            ? ScriptedWorker.Completed(new StartTimerCommand { TimerId = "1", StartToFireTimeout = TimeSpan.FromDays(7) })
            : ScriptedWorker.Completed()));
        engine.StartWorkflow("w", "Wait");
        engine.Settle();
        Assert.Null(engine.Engine.NextDueTime);
        engine.Signal("w", "go");
        engine.Settle();
        Assert.Equal(engine.Time.GetUtcNow() + TimeSpan.FromDays(7), engine.Engine.NextDueTime);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_start_that_comes_again_gives_its_run_also_after_that_run_continued_as_new(bool isSettled)
    {
        PumpedEngine engine = new(null, new ScriptedWorker().On("Twice", (_, history) => ((WorkflowExecutionStarted)history[0].Attributes).ContinuedExecutionRunId is null
            ? ScriptedWorker.Completed(new ContinueAsNewWorkflowExecutionCommand { WorkflowType = "Twice", TaskQueue = PumpedEngine.TaskQueue })
            : ScriptedWorker.Completed()));
        var first = engine.StartWorkflow("w", "Twice", r => r with { RequestId = "one" });
        engine.Settle();
        if (isSettled)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(1));
            engine.Settle();
        }

        var again = engine.StartWorkflow("w", "Twice", r => r with { RequestId = "one" });
        Assert.Equal((first.RunId, false), (again.RunId, again.Started));
        var error = Assert.ThrowsAny<HoldfastException>(() => engine.StartWorkflow("w", "Twice", r => r with { RequestId = "two" }));
        Assert.Equal(ErrorCodes.WorkflowAlreadyStarted, error.Code);
    }

    [Fact]
    public void More_than_the_journal_takes_at_once_goes_to_it_in_parts()
    {
        const int Runs = 100;
        var input = Payloads.Of(new Payload("binary/plain", new byte[50_000]));
        PumpedEngine engine = new(null, new ScriptedWorker().On("Wait", (_, _) => ScriptedWorker.Completed()));
        var starts = Enumerable.Range(0, Runs).Select(i => engine.Service.StartWorkflowExecutionAsync(
            new StartWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, WorkflowId = $"w{i}", WorkflowType = "Wait", TaskQueue = PumpedEngine.TaskQueue, RequestId = $"{i}", Input = input },
            CancellationToken.None)).ToList();
        engine.RunUntil(() => starts.TrueForAll(s => s.IsCompletedSuccessfully));
        for (var i = 0; i < Runs; i++)
        {
            _ = engine.Service.SignalWorkflowExecutionAsync(
                new SignalWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w0", default), SignalName = "big", RequestId = $"{i}", Input = input },
                CancellationToken.None);
        }

        engine.Settle();
        engine.CrashAndRestart(1);
        Assert.Equal(Runs, engine.History("w0").Count(e => e.Type == EventType.WorkflowExecutionSignaled));
    }

    /// <summary>A workflow of five activities at once.</summary>
    private static ScriptedWorker OnFive(ScriptedWorker worker) => worker.On("Five", (_, history) => history.Any(e => e.Type == EventType.ActivityTaskScheduled)
        ? ScriptedWorker.Completed()
        : ScriptedWorker.Completed([.. Enumerable.Range(1, 5).Select(i => new ScheduleActivityTaskCommand { ActivityId = $"{i}", ActivityType = "Step", StartToCloseTimeout = TimeSpan.FromDays(1) })]));

    private static void Complete(PumpedEngine engine, ActivityTask attempt)
    {
        engine.Run(engine.Service.RespondActivityTaskAsync(new RespondActivityTaskRequest(attempt.Activity, new ActivityOutcome.Completed(Payloads.Empty), "worker"), CancellationToken.None));
        engine.Settle();
    }
}
