namespace Holdfast.Testing.Tests.ClientGuide;

public static class DeskFlows
{
    [Workflow]
    public static Task<bool> DecideAsync(string question) => Workflow.ExecuteActivityAsync(
        (DeskActivities a) => a.AskPersonAsync(question),
        new ActivityOptions { ActivityId = "person", ScheduleToCloseTimeout = TimeSpan.FromDays(7), HeartbeatTimeout = TimeSpan.FromDays(1) });
}
