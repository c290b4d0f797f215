namespace Holdfast.Testing.Tests.Data;

public static class VaultFlows
{
    /// <summary>Set by a test to mend the code of <see cref="PassTooMuchAsync"/>.</summary>
    public static int Length { get; set; }

    [Workflow]
    public static Task<string> FailInActivityAsync(string secret) => Workflow.ExecuteActivityAsync((VaultActivities a) => a.FailAsync(secret));

    [Workflow]
    public static Task<string> FailInChildAsync(string secret) => Workflow.ExecuteChildWorkflowAsync(() => FailInActivityAsync(secret));

    [Workflow]
    public static async Task<string> CatchEverythingAsync(string secret)
    {
        try
        {
            await Workflow.DelayAsync(TimeSpan.FromHours(1));
            return await Workflow.ExecuteActivityAsync((VaultActivities a) => a.EchoAsync(secret));
        }
        catch (Exception exception)
        {
            return exception.Message;
        }
    }

    [Workflow]
    public static async Task<int> MakeTooMuchAsync(int length) => (await Workflow.ExecuteActivityAsync((VaultActivities a) => a.MakeAsync(length))).Length;

    [Workflow]
    public static async Task<string> PassTooMuchAsync() => await Workflow.ExecuteActivityAsync((VaultActivities a) => a.EchoAsync(new string('x', Length)));
}
