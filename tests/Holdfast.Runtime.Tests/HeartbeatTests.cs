using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class HeartbeatTests
{
    private readonly ScriptedWorker _worker = new();

    [Fact]
    public void The_answer_tells_of_a_pause_and_of_a_reset_until_another_attempt_runs()
    {
        var engine = Running();
        Assert.Equal(new RecordActivityTaskHeartbeatResponse(CancelRequested: false), Beat(engine));
        Operate(engine, new ActivityOperation.Pause("look first"));
        Assert.Equal(new RecordActivityTaskHeartbeatResponse(CancelRequested: false, Paused: true), Beat(engine));
        Operate(engine, new ActivityOperation.Reset(TimeSpan.Zero, KeepsPause: false, ResetsHeartbeat: false, RestoresOptions: false));
        Assert.Equal(new RecordActivityTaskHeartbeatResponse(CancelRequested: false, Paused: false, Reset: true), Beat(engine));
        engine.Run(engine.Service.RespondActivityTaskAsync(new RespondActivityTaskRequest(_worker.Attempts[0].Activity, new ActivityOutcome.Failed(Failure()), "worker"), CancellationToken.None));
        engine.RunUntil(() => _worker.Attempts.Count == 2);
        Assert.Equal(new RecordActivityTaskHeartbeatResponse(CancelRequested: false), Beat(engine));
    }

    [Fact]
    public void The_answer_tells_of_the_workflows_request_to_cancel()
    {
        var engine = Running();
        engine.Signal("w", "cancel");
        engine.Settle();
        Assert.True(Beat(engine).CancelRequested);
    }

    [Fact]
    public void A_worker_is_told_of_a_pause_and_of_a_request_to_cancel_also_where_nothing_heartbeats()
    {
        var engine = Running();
        Operate(engine, new ActivityOperation.Pause("look first"));
        Operate(engine, new ActivityOperation.Unpause(TimeSpan.Zero, ResetsAttempts: false, ResetsHeartbeat: false));
        engine.Signal("w", "cancel");
        engine.Settle();
        var attempt = Assert.Single(_worker.Attempts).Activity;
        Assert.Equal([(attempt, ActivityCancelReason.Paused), (attempt, ActivityCancelReason.CancelRequested)], _worker.Cancellations);
    }

    [Fact]
    public void The_details_that_were_recorded_last_are_there_for_the_next_attempt_also_after_a_crash()
    {
        var engine = Running();
        Beat(engine, "a third");
        Beat(engine, "half");
        engine.CrashAndRestart(1);
        engine.RunUntil(() => _worker.Attempts.Count == 2);
        Assert.Equal(Text("half"), _worker.Attempts[1].HeartbeatDetails);
    }

    [Fact]
    public void A_heartbeat_of_an_attempt_that_is_not_under_way_is_refused()
    {
        var engine = Running();
        engine.CrashAndRestart(1);
        engine.RunUntil(() => _worker.Attempts.Count == 2);
        Assert.Equal(ErrorCodes.StaleAttempt, Assert.Throws<HoldfastException>(() => Beat(engine, attempt: _worker.Attempts[0])).Code);
    }

    /// <summary>An engine with one attempt that runs without end; its workflow cancels the activity when it is signalled.</summary>
    private PumpedEngine Running()
    {
        _worker.Activity = static _ => null;
        PumpedEngine engine = new(null, _worker.On("One", static (_, history) => history switch
        {
            _ when history.Any(static e => e.Type is EventType.WorkflowExecutionSignaled) => ScriptedWorker.Completed(new RequestCancelActivityTaskCommand { ScheduledEventId = 5 }),
            _ when history.Any(static e => e.Type is EventType.ActivityTaskScheduled) => ScriptedWorker.Completed(),
            _ => ScriptedWorker.Completed(new ScheduleActivityTaskCommand { ActivityId = "1", ActivityType = "Step", StartToCloseTimeout = TimeSpan.FromDays(1) }),
        }));
        engine.StartWorkflow("w", "One");
        engine.Settle();
        return engine;
    }

    private RecordActivityTaskHeartbeatResponse Beat(PumpedEngine engine, string? details = null, ActivityTask? attempt = null) => engine.Run(engine.Service.RecordActivityTaskHeartbeatAsync(
        new RecordActivityTaskHeartbeatRequest((attempt ?? _worker.Attempts[^1]).Activity, details is null ? Payloads.Empty : Text(details)),
        CancellationToken.None));

    private static void Operate(PumpedEngine engine, ActivityOperation operation) => engine.Run(engine.Service.OperateActivitiesAsync(
        new OperateActivitiesRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", RunId.None), Activities = ActivitySelector.All, Operation = operation, RequestId = string.Empty },
        CancellationToken.None));

    private static Payloads Text(string text) => Payloads.Of(new Payload(Payload.JsonEncoding, System.Text.Encoding.UTF8.GetBytes($"\"{text}\"")));

    private static Failure Failure() => new() { Message = "stopped", Info = new FailureInfo.Application("Stopped", NonRetryable: false, Payloads.Empty) };
}
