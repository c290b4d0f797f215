namespace Holdfast.Testing.Tests.Intercepting;

[Workflow]
public sealed class LaterErrand
{
    public async Task<string> RunAsync() => await Workflow.ExecuteActivityAsync((ErrandActivities a) => a.LaterAsync(), new ActivityOptions { ActivityId = "later" });
}
