using System.Text;

namespace Holdfast.Engine.Tests;

/// <summary>Every message in every class of state has a defined outcome.</summary>
public sealed class MessageTableTests
{
    /// <summary>"records": taken, with records; "effects": taken, with effects but no records; "nothing": taken, changes nothing durable; else the code of the refusal.</summary>
    private const string Expected = """
        StartRun
          records: not started
          HF1002: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused | closed | closed child | closed child, told | continued child
        StartWorkflowTask
          HF1001: not started
          HF1007: first task delayed | waits for a permit | no task | task started | speculative started | backing off | transient started | paused | closed | closed child | closed child, told | continued child
          records: task scheduled
          nothing: speculative scheduled
          effects: transient scheduled
        CompleteWorkflowTask
          HF1001: not started
          HF1007: first task delayed | waits for a permit | no task | task scheduled | speculative scheduled | backing off | transient scheduled | paused | closed | closed child | closed child, told | continued child
          records: task started | speculative started | transient started
        FailWorkflowTask
          HF1001: not started
          HF1007: first task delayed | waits for a permit | no task | task scheduled | speculative scheduled | backing off | transient scheduled | paused | closed | closed child | closed child, told | continued child
          records: task started | speculative started | transient started
        StartActivityAttempt
          HF1001: not started
          nothing: first task delayed | waits for a permit | paused | closed | closed child | closed child, told | continued child
          records: no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started
        RespondActivity
          HF1001: not started
          HF1007: first task delayed | waits for a permit | closed | closed child | closed child, told | continued child
          records: no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
        HeartbeatActivity
          HF1001: not started
          HF1007: first task delayed | waits for a permit | closed | closed child | closed child, told | continued child
          records: no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
        LoseActivityAttempts
          HF1001: not started
          nothing: first task delayed | waits for a permit | closed | closed child | closed child, told | continued child
          records: no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
        LoseWorkflowTask
          HF1001: not started
          nothing: first task delayed | waits for a permit | no task | task scheduled | speculative scheduled | backing off | transient scheduled | paused | closed | closed child | closed child, told | continued child
          records: task started | speculative started | transient started
        TimerDue
          HF1001: not started
          nothing: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient started | paused | closed | closed child | closed child, told | continued child
          effects: transient scheduled
        TimerDue, later
          HF1001: not started
          records: first task delayed | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
          nothing: waits for a permit | closed | closed child | closed child, told | continued child
        SignalRun
          HF1001: not started
          records: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
          HF1004: closed | closed child | closed child, told | continued child
        AdmitUpdate
          HF1001: not started
          records: first task delayed
          effects: waits for a permit | no task
          nothing: task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started
          HF1020: paused
          HF1004: closed | closed child | closed child, told | continued child
        RequestCancelRun
          HF1001: not started
          records: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
          nothing: closed | closed child | closed child, told | continued child
        BranchRun
          records: not started
          HF1002: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused | closed | closed child | closed child, told | continued child
        SupersedeRun
          HF1001: not started
          records: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused | closed | closed child | closed child, told | continued child
        PauseRun
          HF1001: not started
          records: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started
          HF1020: paused
          HF1004: closed | closed child | closed child, told | continued child
        UnpauseRun
          HF1001: not started
          HF1021: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started
          records: paused
          HF1004: closed | closed child | closed child, told | continued child
        UpdateRunOptions
          HF1001: not started
          records: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
          HF1004: closed | closed child | closed child, told | continued child
        OperateActivities
          HF1001: not started
          HF1023: first task delayed | waits for a permit
          records: no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
          HF1004: closed | closed child | closed child, told | continued child
        TerminateRun
          HF1001: not started
          records: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
          HF1004: closed | closed child | closed child, told | continued child
        GrantStartPermit
          HF1001: not started
          nothing: first task delayed | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused | closed | closed child | closed child, told | continued child
          records: waits for a permit
        AttachStartRequest
          HF1001: not started
          records: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
          HF1004: closed | closed child | closed child, told | continued child
        ForceWorkflowTask
          HF1001: not started
          nothing: first task delayed | waits for a permit | task scheduled | task started | speculative started | backing off | transient scheduled | transient started | paused | closed | closed child | closed child, told | continued child
          records: no task | speculative scheduled
        ChildStarted
          HF1001: not started
          nothing: first task delayed | waits for a permit | closed | closed child | closed child, told | continued child
          records: no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
        ChildStartFailed
          HF1001: not started
          nothing: first task delayed | waits for a permit | closed | closed child | closed child, told | continued child
          records: no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
        ChildClosed
          HF1001: not started
          nothing: first task delayed | waits for a permit | closed | closed child | closed child, told | continued child
          records: no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
        ResolveExternalCancel
          HF1001: not started
          nothing: first task delayed | waits for a permit | closed | closed child | closed child, told | continued child
          records: no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
        ResolveExternalSignal
          HF1001: not started
          nothing: first task delayed | waits for a permit | closed | closed child | closed child, told | continued child
          records: no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused
        AcknowledgeParentNotification
          HF1001: not started
          nothing: first task delayed | waits for a permit | no task | task scheduled | task started | speculative scheduled | speculative started | backing off | transient scheduled | transient started | paused | closed | closed child, told | continued child
          records: closed child
        """;

    [Fact]
    public void Every_message_has_the_documented_outcome_in_every_class_of_state()
    {
        var actual = new StringBuilder();
        foreach (var (messageName, secondsLater, message) in MessageSamples.All)
        {
            actual.Append(messageName).Append(secondsLater == 0 ? string.Empty : ", later").Append('\n');
            foreach (var group in StateClasses.All.GroupBy(s => Outcome(s.Build().AfterSeconds(secondsLater), message), s => s.Name))
            {
                actual.Append("  ").Append(group.Key).Append(": ").AppendJoin(" | ", group).Append('\n');
            }
        }

        Assert.Equal(Expected, actual.ToString().TrimEnd());
    }

    [Fact]
    public void Every_message_type_is_in_the_table() => Assert.Equal(
        typeof(RunMessage).Assembly.GetTypes().Where(t => t.BaseType == typeof(RunMessage)).Select(t => t.Name).Order(StringComparer.Ordinal),
        MessageSamples.All.Select(m => m.Name).Distinct().Order(StringComparer.Ordinal));

    private static string Outcome(Scenario run, Func<RunState, RunMessage> message)
    {
        run.Send(message(run.State));
        return run.Rejection is { } rejection ? rejection.Code.ToString()
            : run.Records.Count != 0 ? "records"
            : run.Effects.Count != 0 ? "effects"
            : "nothing";
    }
}
