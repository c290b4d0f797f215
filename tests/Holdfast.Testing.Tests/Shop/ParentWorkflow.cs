namespace Holdfast.Testing.Tests;

/// <summary>Has a mailbox as a child and ends it as it is told.</summary>
[Workflow]
public sealed class ParentWorkflow
{
    public async Task<string> RunAsync(string end)
    {
        var child = await Workflow.StartChildWorkflowAsync((MailboxWorkflow w) => w.RunAsync(), new ChildWorkflowOptions { WorkflowId = "child" });
        await child.SignalAsync((MailboxWorkflow w) => w.Post("hello"));
        await (end == "cancel" ? child.CancelAsync("no longer needed") : child.SignalAsync("Post", ["end"]));
        try
        {
            return await child.GetResultAsync();
        }
        catch (CanceledFailureException)
        {
            return "canceled";
        }
        catch (ChildWorkflowFailureException failure) when (failure.InnerException is OperationCanceledException)
        {
            return "canceled";
        }
    }
}
