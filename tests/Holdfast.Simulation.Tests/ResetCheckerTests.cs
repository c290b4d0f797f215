using Holdfast.Protocol;

namespace Holdfast.Simulation.Tests;

public sealed class ResetCheckerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly WorkflowExecution Base = new("tally", RunId.Parse("01890000-0000-7000-8000-000000000001"));
    private static readonly WorkflowExecution Branch = new("tally", RunId.Parse("01890000-0000-7000-8000-000000000002"));

    [Fact]
    public void A_run_that_goes_on_when_the_other_has_ended_is_right() => Assert.Empty(ResetChecker.Check([EndedAt(Noon), ResetAt(Noon)]));

    [Fact]
    public void A_run_that_goes_on_before_the_other_has_ended_is_wrong() => Assert.Single(ResetChecker.Check([EndedAt(Noon), ResetAt(Noon.AddSeconds(-1))]));

    [Fact]
    public void Of_a_run_that_was_deleted_nothing_is_known() => Assert.Empty(ResetChecker.Check([ResetAt(Noon)]));

    private static RunHistory EndedAt(DateTimeOffset time) => new(Base, WorkflowExecutionStatus.Terminated, [new HistoryEvent(1, time, new WorkflowExecutionTerminated())]);

    private static RunHistory ResetAt(DateTimeOffset time) => new(Branch, WorkflowExecutionStatus.Completed, [new HistoryEvent(1, time, new WorkflowTaskFailed
    {
        ScheduledEventId = 2,
        StartedEventId = 3,
        Cause = WorkflowTaskFailedCause.ResetWorkflow,
        Failure = new Failure { Message = "reset", Info = new FailureInfo.Server(NonRetryable: false) },
        BaseRunId = Base.RunId,
        NewRunId = Branch.RunId,
    }), new HistoryEvent(2, time, new WorkflowTaskScheduled { TaskQueue = "default", StartToCloseTimeout = TimeSpan.FromSeconds(10) })]);
}
