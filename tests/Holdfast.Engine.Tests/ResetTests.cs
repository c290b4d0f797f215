using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class ResetTests
{
    [Fact]
    public void The_new_run_has_the_events_up_to_the_task_and_goes_on_with_another_task()
    {
        var run = Reset(new Scenario().Start().RunTask(Scenario.Activity()).StartAttempt().Respond(new ActivityOutcome.Completed(Payloads.Empty)).RunTask(), finishEventId: 4);
        run.ExpectHistory(
            "1 WorkflowExecutionStarted",
            "2 WorkflowTaskScheduled",
            "3 WorkflowTaskStarted scheduled=2",
            "4 WorkflowTaskFailed ResetWorkflow",
            "5 WorkflowTaskScheduled")
            .ExpectEffects("workflow task ready on orders")
            .RunTask();
        var failed = Assert.IsType<WorkflowTaskFailed>(run.History[3].Attributes);
        Assert.Equal((CountingRunIds.Numbered(900), Scenario.FirstRun), (failed.BaseRunId, failed.NewRunId));
        Assert.Equal(("try again", true), (failed.Failure!.Message, failed.Failure.Info is FailureInfo.ResetWorkflow));
        Assert.Equal(CountingRunIds.Numbered(900), Assert.IsType<WorkflowExecutionStarted>(run.History[0].Attributes).OriginalExecutionRunId);
    }

    [Fact]
    public void A_task_that_only_waited_is_started_and_fails() =>
        Reset(new Scenario().Start().StartTask(), finishEventId: 3).ExpectHistory(
            "1 WorkflowExecutionStarted",
            "2 WorkflowTaskScheduled",
            "3 WorkflowTaskStarted scheduled=2",
            "4 WorkflowTaskFailed ResetWorkflow",
            "5 WorkflowTaskScheduled");

    [Fact]
    public void Signals_that_came_later_are_carried_over_once()
    {
        var first = new Scenario().Start().RunTask().Signal("one", "r1").RunTask().Signal("two", "r2");
        var run = Reset(first, finishEventId: 4);
        Assert.Equal(["one", "two"], run.History.Select(e => e.Attributes).OfType<WorkflowExecutionSignaled>().Select(s => s.SignalName));
        run.Signal("two", "r2").ExpectRecords();
    }

    [Fact]
    public void Signals_are_left_out_when_that_is_asked_for() =>
        Assert.DoesNotContain(
            Reset(new Scenario().Start().RunTask().Signal(), finishEventId: 4, ResetReapplyExclusions.Signals).History,
            e => e.Type == EventType.WorkflowExecutionSignaled);

    [Fact]
    public void What_is_asked_for_with_the_reset_comes_behind_what_is_carried_over_and_before_the_next_task()
    {
        var first = new Scenario().Start().RunTask().Signal("one").RunTask();
        var branch = Scenario.Branch([.. first.History.Take(3)], [.. first.History.Skip(3)]) with
        {
            Operations = [new PostResetOperation.Signal("mended", Scenario.Text("by Ada"), PayloadMap.Empty), new PostResetOperation.ChangePriority(new Priority { PriorityKey = 1 }, PriorityFields.PriorityKey)],
            Identity = "operator",
        };
        var run = new Scenario().Do(branch).ExpectHistory(
            "1 WorkflowExecutionStarted",
            "2 WorkflowTaskScheduled",
            "3 WorkflowTaskStarted scheduled=2",
            "4 WorkflowTaskFailed ResetWorkflow",
            "5 WorkflowExecutionSignaled one",
            "6 WorkflowExecutionSignaled mended",
            "7 WorkflowExecutionOptionsUpdated",
            "8 WorkflowTaskScheduled");
        Assert.Equal((1, "operator", 2), (run.State.Priority?.PriorityKey, Assert.IsType<WorkflowExecutionSignaled>(run.History[5].Attributes).Identity, run.State.SignalCount));
    }

    [Fact]
    public void Signals_that_are_carried_over_count_among_those_of_the_run()
    {
        var run = new Scenario().Start().RunTask().Signal("a").Signal("b");
        var branched = new Scenario(new EngineLimits { Signals = 3 }).Do(Scenario.Branch([.. run.History.Take(3)], [.. run.History.Skip(3)]));
        Assert.Equal(2, branched.State.SignalCount);
        branched.Signal("c");
        Assert.Null(branched.Rejection);
        branched.Signal("d").ExpectRejection(ErrorCodes.LimitExceeded);
        Assert.Equal(3, FoldChecks.Fold(branched.Log).SignalCount);
    }

    [Fact]
    public void Updates_that_were_accepted_later_are_admitted_and_given_to_the_next_task()
    {
        var first = new Scenario().Start().RunTask().Admit("u1").StartTask().CompleteTask(Accepted("u1"), Completed("u1"));
        var run = Reset(first, finishEventId: 4);
        Assert.Contains("5 WorkflowExecutionUpdateAdmitted u1 Reapply", run.History.Select(HistoryText.Line));
        run.Crash().StartTask();
        Assert.True(run.State.Updates.FindAdmitted("u1")!.IsDelivered);
        run.CompleteTask(Accepted("u1"), Completed("u1"));
        Assert.NotNull(run.State.Updates.FindAccepted("u1")!.Completed);
        run.Crash();
        Assert.Empty(run.State.Updates.Admitted);
    }

    [Fact]
    public void An_update_that_was_carried_over_and_rejected_is_not_given_again_after_a_crash()
    {
        var first = new Scenario().Start().RunTask().Admit("u1").StartTask().CompleteTask(Accepted("u1"));
        var run = Reset(first, finishEventId: 4).StartTask().CompleteTask(new ProtocolMessageCommand { Message = new UpdateMessage.Rejected { UpdateId = "u1", Failure = Scenario.Failure() } });
        Assert.Empty(run.State.Updates.Admitted);
        run.Crash();
        Assert.Empty(run.State.Updates.Admitted);
    }

    [Fact]
    public void Updates_are_left_out_when_that_is_asked_for() =>
        Assert.Empty(Reset(new Scenario().Start().RunTask().Admit("u1").StartTask().CompleteTask(Accepted("u1")), finishEventId: 4, ResetReapplyExclusions.Updates).State.Updates.Admitted);

    [Fact]
    public void A_request_to_cancel_is_not_carried_over() =>
        Assert.False(Reset(new Scenario().Start().RunTask().Do(new RequestCancelRun(RunId.None, "enough", "client", "c1")), finishEventId: 4).State.CancelRequested);

    [Fact]
    public void Activities_that_were_pending_are_scheduled_anew_and_timers_keep_their_time()
    {
        var first = new Scenario().Start().RunTask(Scenario.Activity() with { ScheduleToCloseTimeout = TimeSpan.FromMinutes(5) }, Scenario.Timer("t", 60)).Signal().StartTask();
        var run = Reset(first.AfterSeconds(3_600), finishEventId: 9, now: first.Now);
        run.ExpectEffects("workflow task ready on orders", "activity 5 attempt 1 ready on orders", "arm User 6");
        Assert.Equal(first.Now, run.State.PendingActivities[0].ScheduledTime);
        run.Sleep(0);
        Assert.Single(run.History, e => e.Type == EventType.TimerFired);
        Assert.DoesNotContain(run.History, e => e.Type == EventType.ActivityTaskTimedOut);
    }

    [Fact]
    public void Timeouts_of_the_run_begin_anew()
    {
        var first = new Scenario().Start(s => s with { WorkflowRunTimeout = TimeSpan.FromHours(1), WorkflowExecutionTimeout = TimeSpan.FromHours(2), WorkflowExecutionExpirationTime = Scenario.StartOfTime.AddHours(2) }).StartTask();
        var run = Reset(first.AfterSeconds(36_000), finishEventId: 4 - 1, now: first.Now);
        Assert.Equal(first.Now.AddHours(1), run.State.RunTimeoutTime);
        Assert.Equal(first.Now.AddHours(2), run.State.ExecutionExpirationTime);
    }

    [Fact]
    public void Children_that_both_runs_know_are_connected_again()
    {
        var first = new Scenario().Start().RunTask(Scenario.Child("c1"), Scenario.Child("c2")).Signal().StartTask();
        first.Do(new ChildStarted(5, CountingRunIds.Numbered(1))).Do(new ChildStarted(6, CountingRunIds.Numbered(2)));
        first.Do(new ChildClosed(5, CountingRunIds.Numbered(1), CountingRunIds.Numbered(1), new WorkflowExecutionCompleted { WorkflowTaskCompletedEventId = 4 })).CompleteTask();
        var run = Reset(first, finishEventId: 10);
        Assert.Equal("c2", Assert.Single(run.State.PendingChildren).Initiated.WorkflowId);
        Assert.True(run.State.PendingChildren[0].IsStarted);
        Assert.Contains(run.History, e => e.Type == EventType.ChildWorkflowExecutionCompleted);
        run.Do(new ChildClosed(6, CountingRunIds.Numbered(2), CountingRunIds.Numbered(2), new WorkflowExecutionTerminated()));
        Assert.Empty(run.State.PendingChildren);
    }

    [Fact]
    public void An_open_run_that_is_reset_is_terminated_and_keeps_its_children_and_its_parent_out_of_it() => new Scenario()
        .Start(s => s with { Parent = new ParentInfo("default", new WorkflowExecution("parent", CountingRunIds.Numbered(7)), 5) })
        .RunTask(Scenario.Child())
        .Do(new SupersedeRun(CountingRunIds.Numbered(2_000), "try again"))
        .ExpectRecords("superseded", "6 WorkflowExecutionTerminated").ExpectEffects("closed Terminated")
        .Crash().ExpectEffects();

    [Fact]
    public void A_closed_run_that_is_reset_still_owes_its_parent_its_end()
    {
        var run = new Scenario()
            .Start(s => s with { Parent = new ParentInfo("default", new WorkflowExecution("parent", CountingRunIds.Numbered(7)), 5) })
            .RunTask(new CompleteWorkflowExecutionCommand())
            .Do(new SupersedeRun(CountingRunIds.Numbered(2_000), "try again")).ExpectRecords("superseded");
        Assert.True(run.State.OwesParentNotification);
        Assert.Equal(CountingRunIds.Numbered(2_000), RunDescription.Describe(run.State).ResetRunId);
    }

    [Fact]
    public void A_beginning_that_was_copied_before_gives_the_same_run_as_one_that_comes_with_the_message()
    {
        IReadOnlyList<HistoryEvent> events = [.. new Scenario().Start().RunTask(Scenario.Activity(), Scenario.Timer()).Signal().RunTask().Signal().History];
        var message = Scenario.Branch([.. events.Take(3)], [.. events.Skip(3)]);
        var (atOnce, before) = (new RunState(message.Workflow, message.RunId), new RunState(message.Workflow, message.RunId));
        var (step, stepBefore) = (NewStep(), NewStep());
        RunMachine.Handle(atOnce, message, step);
        foreach (var recorded in message.Branch)
        {
            RunMachine.Apply(before, BranchedHistory.Of(recorded, message.BaseRunId));
        }

        Assert.True(before.IsBeginningOfBranch);
        RunMachine.Handle(before, message with { Branch = [], LaterInBase = [.. message.LaterInBase.Where(static e => BranchedHistory.MayBeCarriedOver(e.Type))] }, stepBefore);
        Assert.Equal(StateText.OfDurableParts(atOnce), StateText.OfDurableParts(before));
        Assert.Equal(step.Records.Skip(3).Select(HistoryText.Line), stepBefore.Records.Select(HistoryText.Line));
        Assert.Equal(step.Effects.Count, stepBefore.Effects.Count);
        RunMachine.Handle(before, message, stepBefore = NewStep());
        Assert.Equal(ErrorCodes.WorkflowAlreadyStarted, stepBefore.Rejection?.Code);
    }

    [Fact]
    public void What_is_carried_over_in_parts_gives_the_same_run_as_what_is_carried_over_at_once()
    {
        var first = new Scenario().Start().RunTask(Scenario.Activity(), Scenario.Child()).Signal("one", "r1").Admit("u1").StartTask();
        first.Do(new ChildStarted(6, CountingRunIds.Numbered(1))).CompleteTask(Accepted("u1")).Signal("two", "r2");
        IReadOnlyList<HistoryEvent> events = [.. first.History];
        var message = Scenario.Branch([.. events.Take(8)], [.. events.Skip(8)]) with { LaterInChain = [.. new Scenario().Start().Signal("three", "r3").History] };
        var (atOnce, inParts) = (new RunState(message.Workflow, message.RunId), new RunState(message.Workflow, message.RunId));
        var step = NewStep();
        RunMachine.Handle(atOnce, message, step);
        List<RunRecord> records = [];
        foreach (var part in PartsOf(message))
        {
            var ofPart = NewStep();
            RunMachine.Handle(inParts, part, ofPart);
            Assert.Null(ofPart.Rejection);
            Assert.True(part.HasMore ? ofPart.Effects.Count == 0 : ofPart.Effects.Count == step.Effects.Count);
            records.AddRange(ofPart.Records);
        }

        Assert.Equal(step.Records.Select(HistoryText.Line), records.Select(HistoryText.Line));
        Assert.Equal(["one", "two", "three"], records.OfType<HistoryEvent>().Select(static e => e.Attributes).OfType<WorkflowExecutionSignaled>().Select(static s => s.SignalName));
        Assert.Equal(StateText.OfDurableParts(atOnce), StateText.OfDurableParts(inParts));
        FoldChecks.StateEqualsFold(inParts, records);
        RunMachine.Handle(inParts, message with { Branch = [] }, step = NewStep());
        Assert.Equal(ErrorCodes.WorkflowAlreadyStarted, step.Rejection?.Code);
    }

    [Fact]
    public void A_run_is_held_to_its_limits_when_the_last_part_has_been_carried_over()
    {
        var run = new Scenario().Start().RunTask().Signal("a").Signal("b").Signal("c");
        var message = Scenario.Branch([.. run.History.Take(3)], [.. run.History.Skip(3)]);
        var branched = new Scenario(EngineLimits.Default with { HistoryEvents = 5 });
        branched.Send(message with { HasMore = true });
        Assert.Equal((8, WorkflowExecutionStatus.Running), (branched.State.NextEventId, branched.State.Status));
        branched.Send(message with { Branch = [], LaterInBase = [] });
        Assert.Equal(WorkflowExecutionStatus.Terminated, branched.State.Status);
    }

    [Theory]
    [InlineData(EventType.WorkflowExecutionSignaled, true, ResetReapplyExclusions.Updates, true)]
    [InlineData(EventType.WorkflowExecutionSignaled, false, ResetReapplyExclusions.Signals, false)]
    [InlineData(EventType.WorkflowExecutionUpdateAccepted, false, ResetReapplyExclusions.Signals, true)]
    [InlineData(EventType.WorkflowExecutionUpdateAdmitted, true, ResetReapplyExclusions.Updates, false)]
    [InlineData(EventType.WorkflowExecutionOptionsUpdated, true, ResetReapplyExclusions.Signals | ResetReapplyExclusions.Updates, true)]
    [InlineData(EventType.WorkflowExecutionOptionsUpdated, false, ResetReapplyExclusions.None, false)]
    [InlineData(EventType.ChildWorkflowExecutionCompleted, false, ResetReapplyExclusions.None, false)]
    [InlineData(EventType.TimerFired, true, ResetReapplyExclusions.None, false)]
    public void What_may_be_carried_over_depends_on_the_run_that_has_it_and_on_what_is_left_out(EventType type, bool isOfBase, ResetReapplyExclusions exclusions, bool isCarriedOver) =>
        Assert.Equal(isCarriedOver, BranchedHistory.MayBeCarriedOver(type, isOfBase, exclusions));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(99)]
    public void A_history_is_cut_at_workflow_tasks_alone(long finishEventId) =>
        Assert.NotNull(ResetPoints.Problem([.. new Scenario().Start().RunTask(Scenario.Timer()).Signal().History.Select(static e => e.Type)], finishEventId));

    [Fact]
    public void First_and_last_are_the_tasks_that_completed()
    {
        IReadOnlyList<EventType> history = [.. new Scenario().Start().RunTask().Signal().RunTask().Signal().StartTask().History.Select(static e => e.Type)];
        Assert.Equal(4, ResetPoints.Find(history, ResetTarget.FirstWorkflowTask, 0));
        Assert.Equal(8, ResetPoints.Find(history, ResetTarget.LastWorkflowTask, 0));
        Assert.Equal(3, ResetPoints.Find([.. new Scenario().Start().History.Select(static e => e.Type)], ResetTarget.LastWorkflowTask, 0));
    }

    private static Scenario Reset(Scenario first, int finishEventId, ResetReapplyExclusions exclusions = ResetReapplyExclusions.None, DateTimeOffset? now = null)
    {
        IReadOnlyList<HistoryEvent> events = [.. first.History];
        var run = new Scenario().After((now ?? first.Now) - Scenario.StartOfTime);
        return run.Do(Scenario.Branch([.. events.Take(finishEventId - 1)], [.. events.Skip(finishEventId - 1)], exclusions));
    }

    /// <summary>One for each event, and a last one with none.</summary>
    private static IEnumerable<BranchRun> PartsOf(BranchRun message)
    {
        var empty = message with { Branch = [], LaterInBase = [], LaterInChain = [], HasMore = true };
        return
        [
            empty with { Branch = message.Branch, LaterInBase = [message.LaterInBase[0]] },
            .. message.LaterInBase.Skip(1).Select(e => empty with { LaterInBase = [e] }),
            .. message.LaterInChain.Select(e => empty with { LaterInChain = [e] }),
            empty with { HasMore = false },
        ];
    }

    private static RunStep NewStep()
    {
        RunStep step = new(new CountingRunIds(), EngineLimits.Default);
        step.Begin(Scenario.StartOfTime.AddHours(1));
        return step;
    }

    private static ProtocolMessageCommand Accepted(string updateId) => new() { Message = new UpdateMessage.Accepted { UpdateId = updateId } };

    private static ProtocolMessageCommand Completed(string updateId) => new() { Message = new UpdateMessage.Completed { UpdateId = updateId, Result = Payloads.Empty } };
}
