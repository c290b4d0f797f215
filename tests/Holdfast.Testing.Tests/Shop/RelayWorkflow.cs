namespace Holdfast.Testing.Tests;

/// <summary>Talks to other workflows.</summary>
[Workflow]
public sealed class RelayWorkflow
{
    public async Task<string> RunAsync(string target, string what)
    {
        var other = Workflow.GetExternalWorkflowHandle<MailboxWorkflow>(target);
        try
        {
            await (what == "cancel" ? other.CancelAsync("relayed") : other.SignalAsync(w => w.Post(what)));
            return "delivered";
        }
        catch (ApplicationFailureException failure)
        {
            return failure.FailureType;
        }
    }
}
