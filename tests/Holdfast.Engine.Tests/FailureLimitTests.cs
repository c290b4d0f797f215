using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Engine.Tests;

public sealed class FailureLimitTests
{
    private const int TooManyCauses = 1_000;

    private static Failure Chain(int length)
    {
        var failure = Scenario.Failure("Innermost");
        for (var i = 1; i < length; i++)
        {
            failure = Scenario.Failure("Outer") with { Cause = failure };
        }

        return failure;
    }

    private static List<Failure> Links(Failure? failure)
    {
        var links = new List<Failure>();
        for (var link = failure; link is not null; link = link.Cause)
        {
            links.Add(link);
        }

        return links;
    }

    private static Scenario RunningActivity() => new Scenario()
        .Start()
        .RunTask(Scenario.Activity() with { RetryPolicy = new RetryPolicy { MaximumAttempts = 2 }, ScheduleToCloseTimeout = TimeSpan.FromMinutes(10) })
        .StartAttempt();

    private static void CanBeWrittenAndSaysWhatIsMissing(Failure failure)
    {
        FailureCodec.Write(new System.Buffers.ArrayBufferWriter<byte>(), failure);
        var links = Links(failure);
        Assert.Equal("809 more causes were left out.", links[^1].Message);
        Assert.Equal(TooManyCauses, links.Count - 1 + 809);
    }

    [Fact]
    public void A_workflow_that_fails_with_a_thousand_causes_keeps_what_can_be_written()
    {
        var run = new Scenario().Start().RunTask(new FailWorkflowExecutionCommand { Failure = Chain(TooManyCauses) });

        CanBeWrittenAndSaysWhatIsMissing(Assert.IsType<WorkflowExecutionFailed>(run.History[^1].Attributes).Failure);
    }

    [Fact]
    public void An_activity_that_fails_with_a_thousand_causes_keeps_what_can_be_written()
    {
        var run = new Scenario().Start().RunTask(Scenario.Activity() with { RetryPolicy = new RetryPolicy { MaximumAttempts = 1 } }).StartAttempt();
        run.Respond(new ActivityOutcome.Failed(Chain(TooManyCauses)));

        CanBeWrittenAndSaysWhatIsMissing(run.History.Select(e => e.Attributes).OfType<ActivityTaskFailed>().Single().Failure);
    }

    [Fact]
    public void An_update_that_fails_with_a_thousand_causes_keeps_what_can_be_written()
    {
        var run = new Scenario().Start().RunTask().Admit().StartTask();
        run.CompleteTask(
            new ProtocolMessageCommand { Message = new UpdateMessage.Accepted { UpdateId = "u1" } },
            new ProtocolMessageCommand { Message = new UpdateMessage.Completed { UpdateId = "u1", Failure = Chain(TooManyCauses) } });

        CanBeWrittenAndSaysWhatIsMissing(run.History.Select(e => e.Attributes).OfType<WorkflowExecutionUpdateCompleted>().Single().Failure!);
    }

    [Fact]
    public void A_timeout_around_the_longest_chain_can_be_written()
    {
        var run = RunningActivity().Respond(new ActivityOutcome.Failed(Chain(TooManyCauses))).Sleep(1).StartAttempt().Sleep(600);

        var timedOut = run.History.Select(e => e.Attributes).OfType<ActivityTaskTimedOut>().Single();
        FailureCodec.Write(new System.Buffers.ArrayBufferWriter<byte>(), timedOut.Failure);
    }

    [Fact]
    public void The_last_failure_of_an_activity_that_is_tried_again_is_truncated_to_4_KiB()
    {
        var failure = Scenario.Failure("Declined") with { Message = new string('ü', 5_000), StackTrace = new string('s', 10_000), Cause = Scenario.Failure() };
        var kept = RunningActivity().Respond(new ActivityOutcome.Failed(failure)).State.PendingActivities[0].LastFailure!;

        Assert.Equal(new string('ü', 2_048), kept.Message);
        Assert.Equal(failure.Info, kept.Info);
        Assert.Empty(kept.StackTrace);
        Assert.Null(kept.Cause);
    }

    [Fact]
    public void The_last_failure_of_an_activity_that_is_tried_no_more_is_kept_whole()
    {
        var failure = Scenario.Failure(nonRetryable: true) with { Message = new string('m', 5_000) };
        var run = RunningActivity().Respond(new ActivityOutcome.Failed(failure));

        Assert.Equal(failure, run.History.Select(e => e.Attributes).OfType<ActivityTaskFailed>().Single().Failure);
    }
}
