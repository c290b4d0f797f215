using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class CommandValidationTests
{
    public static TheoryData<string, Command[]> BadCommands => new()
    {
        { "BadScheduleActivityAttributes", [Scenario.Activity() with { StartToCloseTimeout = null }] },
        { "BadScheduleActivityAttributes", [Scenario.Activity() with { ActivityType = string.Empty }] },
        { "BadScheduleActivityAttributes", [Scenario.Activity() with { ActivityId = new string('x', 1_001) }] },
        { "BadScheduleActivityAttributes", [Scenario.Activity() with { HeartbeatTimeout = TimeSpan.FromSeconds(-1) }] },
        { "BadScheduleActivityAttributes", [Scenario.Activity() with { StartToCloseTimeout = TimeSpan.MaxValue }] },
        { "BadScheduleActivityAttributes", [Scenario.Activity() with { RetryPolicy = new RetryPolicy { MaximumAttempts = -1 } }] },
        { "ScheduleActivityDuplicateId", [Scenario.Activity("pending")] },
        { "ScheduleActivityDuplicateId", [Scenario.Activity("x"), Scenario.Activity("x")] },
        { "BadRequestCancelActivityAttributes", [new RequestCancelActivityTaskCommand { ScheduledEventId = 99 }] },
        { "BadRequestCancelActivityAttributes", [new RequestCancelActivityTaskCommand { ScheduledEventId = 5 }, new RequestCancelActivityTaskCommand { ScheduledEventId = 5 }] },
        { "BadStartTimerAttributes", [Scenario.Timer(seconds: 0)] },
        { "BadStartTimerAttributes", [Scenario.Timer(id: string.Empty)] },
        { "BadStartTimerAttributes", [Scenario.Timer() with { Summary = new string('x', 401) }] },
        { "BadScheduleActivityAttributes", [Scenario.Activity() with { Summary = new string('x', 401) }] },
        { "BadStartTimerAttributes", [Scenario.Timer() with { StartToFireTimeout = TimeSpan.FromDays(36_526) }] },
        { "StartTimerDuplicateId", [Scenario.Timer("pending")] },
        { "StartTimerDuplicateId", [Scenario.Timer("x"), Scenario.Timer("x")] },
        { "BadCancelTimerAttributes", [new CancelTimerCommand { TimerId = "x" }] },
        { "BadCancelTimerAttributes", [new CancelTimerCommand { TimerId = "pending" }, new CancelTimerCommand { TimerId = "pending" }] },
        { "BadStartChildExecutionAttributes", [Scenario.Child(string.Empty)] },
        { "BadStartChildExecutionAttributes", [Scenario.Child() with { WorkflowTaskTimeout = TimeSpan.FromSeconds(121) }] },
        { "BadContinueAsNewAttributes", [new ContinueAsNewWorkflowExecutionCommand { WorkflowRunTimeout = TimeSpan.Zero }] },
        { "BadRequestCancelExternalWorkflowExecutionAttributes", [new RequestCancelExternalWorkflowExecutionCommand { WorkflowId = string.Empty, RunId = RunId.None }] },
        { "BadRecordMarkerAttributes", [new RecordMarkerCommand { MarkerName = string.Empty }] },
        { "BadRecordMarkerAttributes", [new RecordMarkerCommand { MarkerName = new string('x', 1_001) }] },
        { "BadRecordMarkerAttributes", [new RecordMarkerCommand { MarkerName = "m", Details = PayloadsMap.Of([new("data", Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[101])))]) }] },
        { "BadSearchAttributes", [new UpsertWorkflowSearchAttributesCommand { SearchAttributes = PayloadMap.Empty }] },
        { "BadSearchAttributes", [new UpsertWorkflowSearchAttributesCommand { SearchAttributes = PayloadMap.Of([new("RunId", Payload.Null)]) }] },
        { "BadSearchAttributes", [Scenario.Child() with { SearchAttributes = PayloadMap.Of([new("x", new Payload(Payload.JsonEncoding, new byte[] { 1 }))]) }] },
        { "BadModifyWorkflowPropertiesAttributes", [new ModifyWorkflowPropertiesCommand { UpsertedMemo = PayloadMap.Empty }] },
        { "BadUpdateWorkflowExecutionMessage", [new ProtocolMessageCommand { Message = new UpdateMessage.Completed { UpdateId = "u1", Result = Payloads.Empty } }] },
        { "BadCompleteWorkflowExecutionAttributes", [new CompleteWorkflowExecutionCommand { Result = Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[101])) }] },
        { "BadCancelWorkflowExecutionAttributes", [new CancelWorkflowExecutionCommand { Details = Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[101])) }] },
        { "PendingActivitiesLimitExceeded", [Scenario.Activity("x"), Scenario.Activity("y"), Scenario.Activity("z")] },
        { "PendingChildWorkflowsLimitExceeded", [Scenario.Child("x"), Scenario.Child("y"), Scenario.Child("z")] },
        { "BadStartTimerAttributes", [Scenario.Timer("x"), Scenario.Timer("y"), Scenario.Timer("z")] },
    };

    [Theory]
    [MemberData(nameof(BadCommands))]
    public void A_bad_command_fails_the_task_and_nothing_of_it_is_carried_out(string cause, Command[] commands)
    {
        var run = new Scenario(new EngineLimits { PayloadBytes = 100, PendingActivities = 4, PendingChildren = 2, PendingTimers = 3 })
            .Start()
            .RunTask(Scenario.Activity("pending"), Scenario.Timer("pending", 600))
            .Signal()
            .StartTask()
            .CompleteTask([Scenario.Activity("innocent") with { Input = Payloads.Empty }, .. commands]);

        run.ExpectRecords($"10 WorkflowTaskFailed {cause}");
        var failed = Assert.IsType<WorkflowTaskFailed>(run.History[^1].Attributes);
        Assert.NotEmpty(failed.Failure.Message);
    }

    [Fact]
    public void Commands_that_are_too_large_together_fail_the_task_and_those_at_the_limit_do_not()
    {
        var half = Scenario.Activity("a") with { Input = Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[50])) };
        var run = new Scenario(new EngineLimits { WorkflowTaskBytes = 100 }).Start().RunTask(half, half with { ActivityId = "b" });
        Assert.Equal(2, run.State.PendingActivities.Count);
        run.Signal().RunTask(half with { ActivityId = "c" }, half with { ActivityId = "d" }, new RecordMarkerCommand { MarkerName = "m", Details = PayloadsMap.Of([new("note", Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[1])))]) })
            .ExpectRecords("10 WorkflowTaskFailed PayloadsTooLarge");
        Assert.Contains("105 bytes", Assert.IsType<WorkflowTaskFailed>(run.History[^1].Attributes).Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_of_accepted_updates_count_among_what_a_task_records()
    {
        var input = Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[60]));
        var run = new Scenario(new EngineLimits { WorkflowTaskBytes = 100 }).Start().RunTask().Send(Admission("u1")).StartTask();
        run.CompleteTask(Accepted("u1"), Scenario.Activity("a") with { Input = input });
        Assert.Equal(WorkflowTaskFailedCause.PayloadsTooLarge, Assert.IsType<WorkflowTaskFailed>(run.History.Single(static e => e.Type == EventType.WorkflowTaskFailed).Attributes).Cause);

        AdmitUpdate Admission(string updateId) => new(new UpdateRequest(updateId, "Add", input, PayloadMap.Empty, "client"));

        static ProtocolMessageCommand Accepted(string updateId) => new() { Message = new UpdateMessage.Accepted { UpdateId = updateId } };
    }

    [Fact]
    public void A_timer_may_wait_for_a_hundred_years() => new Scenario()
        .Start()
        .RunTask(Scenario.Timer() with { StartToFireTimeout = TimeSpan.FromDays(36_525) })
        .ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 TimerStarted t")
        .Sleep(TimeSpan.FromDays(36_525).TotalSeconds)
        .ExpectRecords("6 TimerFired t started=5", "7 WorkflowTaskScheduled");

    [Fact]
    public void A_timer_may_be_canceled_and_its_ID_used_again_in_one_task() => new Scenario()
        .Start()
        .RunTask(Scenario.Timer("t"))
        .Signal()
        .RunTask(new CancelTimerCommand { TimerId = "t" }, Scenario.Timer("t"), new CancelTimerCommand { TimerId = "t" })
        .ExpectRecords("9 WorkflowTaskCompleted scheduled=7 started=8", "10 TimerCanceled t started=5", "11 TimerStarted t", "12 TimerCanceled t started=11");

    [Fact]
    public void An_activity_ID_may_be_used_again_when_the_first_has_ended() => new Scenario()
        .Start()
        .RunTask(Scenario.Activity("a"))
        .StartAttempt()
        .Respond(new ActivityOutcome.Completed(Payloads.Empty))
        .RunTask(Scenario.Activity("a"))
        .ExpectRecords("10 WorkflowTaskCompleted scheduled=8 started=9", "11 ActivityTaskScheduled a");

    [Fact]
    public void Many_pending_activities_and_timers_are_found_by_name()
    {
        var commands = Enumerable.Range(0, 40).SelectMany(i => new Command[] { Scenario.Activity($"a{i}"), Scenario.Timer($"t{i}") }).ToArray();
        var run = new Scenario().Start().RunTask(commands).Signal().RunTask([.. Enumerable.Range(0, 39).Select(i => new CancelTimerCommand { TimerId = $"t{i}" })]);

        Assert.Equal("t39", Assert.Single(run.State.PendingTimers).TimerId);
        run.Signal().RunTask(Scenario.Activity("a17")).ExpectRecords("131 WorkflowTaskFailed ScheduleActivityDuplicateId");
    }
}
