namespace Holdfast.Testing.Tests;

public static class ApprovalFlows
{
    public const string ActivityId = "approval";

    [Workflow]
    public static Task<string> AskAsync(string what) => Workflow.ExecuteActivityAsync(
        (ApprovalActivities a) => a.AskForApprovalAsync(what),
        new ActivityOptions { ActivityId = ActivityId, ScheduleToCloseTimeout = TimeSpan.FromDays(7), CancellationType = ActivityCancellationType.WaitCancellationCompleted });
}
