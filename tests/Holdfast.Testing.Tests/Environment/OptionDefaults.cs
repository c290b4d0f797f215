using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Testing.Tests;

/// <summary>What holds where nobody says anything: what a user of Temporal relies on.</summary>
public sealed class OptionDefaults
{
    [Fact]
    public void A_workflow_starts_once_whatever_ran_before_and_is_neither_limited_nor_retried()
    {
        WorkflowOptions options = new();
        Assert.Equal((WorkflowIdReusePolicy.AllowDuplicate, WorkflowIdConflictPolicy.Fail), (options.IdReusePolicy, options.IdConflictPolicy));
        Assert.Equal((null, null, null), (options.ExecutionTimeout, options.RunTimeout, options.RetryPolicy));
        Assert.Equal((null, string.Empty), (options.StartDelay, options.CronSchedule));
    }

    [Fact]
    public void A_child_is_terminated_with_its_parent_which_waits_for_the_end_of_one_that_it_cancels()
    {
        ChildWorkflowOptions options = new();
        Assert.Equal((ParentClosePolicy.Terminate, ChildWorkflowCancellationType.WaitCancellationCompleted), (options.ParentClosePolicy, options.CancellationType));
        Assert.Equal((WorkflowIdReusePolicy.AllowDuplicate, null), (options.WorkflowIdReusePolicy, options.RetryPolicy));
    }

    [Fact]
    public void An_activity_is_asked_to_cancel_and_not_waited_for()
    {
        Assert.Equal(ActivityCancellationType.TryCancel, new ActivityOptions().CancellationType);
        Assert.Equal(ActivityCancellationType.TryCancel, new LocalActivityOptions().CancellationType);
    }

    [Fact]
    public void Attempts_are_retried_after_a_second_and_then_twice_as_long_without_end()
    {
        var policy = RetryPolicy.Default;
        Assert.Equal((TimeSpan.FromSeconds(1), 2.0, null, 0), (policy.InitialInterval, policy.BackoffCoefficient, policy.MaximumInterval, policy.MaximumAttempts));
        Assert.Empty(policy.NonRetryableErrorTypes);
    }

    [Fact]
    public void Handlers_that_are_under_way_at_the_end_are_warned_of_and_abandoned()
    {
        Assert.Equal(HandlerUnfinishedPolicy.WarnAndAbandon, new SignalAttribute().UnfinishedPolicy);
        Assert.Equal(HandlerUnfinishedPolicy.WarnAndAbandon, new UpdateAttribute().UnfinishedPolicy);
    }

    [Fact]
    public void A_worker_runs_a_hundred_attempts_of_a_kind_keeps_ten_thousand_runs_and_lets_code_run_for_two_seconds()
    {
        WorkerOptions options = new();
        Assert.Equal((100, 100, 10_000), (options.MaxConcurrentActivities, options.MaxConcurrentLocalActivities, options.CachedRuns));
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.Zero), (options.DeadlockTimeout, options.ShutdownGracePeriod));
    }

    [Fact]
    public void A_payload_of_two_mebibytes_is_refused_one_of_512_KiB_warned_of_and_one_of_256_KiB_moved_to_the_blob_store()
    {
        Assert.Equal((2 << 20, 512 << 10), (PayloadLimits.Default.MaximumBytes, PayloadLimits.Default.WarningBytes));
        Assert.Equal((true, 256 << 10), (ExternalPayloadOptions.Default.IsEnabled, ExternalPayloadOptions.Default.InlineBytes));
    }

    [Fact]
    public void A_page_of_history_has_a_thousand_events()
    {
        GetWorkflowExecutionHistoryRequest page = new() { Namespace = "default", Execution = new WorkflowExecution("w", RunId.None) };
        Assert.Equal(1_000, page.MaximumEvents);
    }
}
