using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public static class ImportFlows
{
    [Workflow]
    public static async Task<int> ImportAsync(int rows)
    {
        var attempts = await Workflow.ExecuteActivityAsync(
            () => ImportActivities.ImportAsync(rows),
            new ActivityOptions
            {
                StartToCloseTimeout = TimeSpan.FromHours(1),
                HeartbeatTimeout = TimeSpan.FromSeconds(30),
                RetryPolicy = new RetryPolicy { MaximumAttempts = 5 },
            });
        return attempts;
    }

    [Workflow]
    public static async Task<string> CheckAsync(string file)
    {
        try
        {
            await Workflow.ExecuteActivityAsync(() => ImportActivities.CheckAsync(file));
            return "imported";
        }
        catch (ActivityFailureException failure) when (failure.InnerException is ApplicationFailureException { FailureType: "WrongFile" })
        {
            return failure.InnerException!.Message;
        }
    }

    [Workflow]
    public static async Task<int> ImportAllAsync(int rows)
    {
        var child = await Workflow.StartChildWorkflowAsync(
            () => ImportFlows.ImportAsync(rows),
            new ChildWorkflowOptions { WorkflowId = "import-1", ParentClosePolicy = ParentClosePolicy.RequestCancel });
        return await child.GetResultAsync();
    }

    [Workflow]
    public static async Task TellAsync(string text)
    {
        var mailbox = Workflow.GetExternalWorkflowHandle<MailboxWorkflow>("mailbox");
        await mailbox.SignalAsync(w => w.Post(text));
    }
}
