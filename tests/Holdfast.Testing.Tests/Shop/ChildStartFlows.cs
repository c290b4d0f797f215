using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public static class ChildStartFlows
{
    public const string ChildId = "sleeper";

    /// <summary>Tells whether a child could start under an ID that may be used already.</summary>
    [Workflow]
    public static async Task<string> StartAsync(WorkflowIdReusePolicy policy)
    {
        try
        {
            await Workflow.StartChildWorkflowAsync(
                () => Flows.SleepAsync(TimeSpan.FromMinutes(1)),
                new ChildWorkflowOptions { WorkflowId = ChildId, WorkflowIdReusePolicy = policy, ParentClosePolicy = ParentClosePolicy.Abandon });
            return "started";
        }
        catch (ChildWorkflowFailureException)
        {
            return "refused";
        }
    }
}
