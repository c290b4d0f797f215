namespace Holdfast.Testing.Tests;

/// <summary>The workflow of docs/guides/search-and-listing.md.</summary>
[Workflow]
public sealed class ParcelWorkflow
{
    private bool isDelivered;

    public async Task RunAsync()
    {
        Workflow.UpsertSearchAttributes(SearchGuide.Stage.Set("packed"));
        await Workflow.WaitConditionAsync(() => isDelivered);
        Workflow.UpsertSearchAttributes(SearchGuide.Stage.Set("delivered"));
    }

    [Signal]
    public Task DeliveredAsync()
    {
        isDelivered = true;
        return Task.CompletedTask;
    }
}
