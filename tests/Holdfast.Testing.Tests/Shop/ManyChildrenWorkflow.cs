using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>Starts many children and leaves them.</summary>
[Workflow]
public sealed class ManyChildrenWorkflow
{
    public async Task RunAsync(int count, ParentClosePolicy policy)
    {
        for (var i = 0; i < count; i++)
        {
            await Workflow.StartChildWorkflowAsync((MailboxWorkflow w) => w.RunAsync(), new ChildWorkflowOptions { WorkflowId = $"child-{i}", ParentClosePolicy = policy });
        }
    }
}
