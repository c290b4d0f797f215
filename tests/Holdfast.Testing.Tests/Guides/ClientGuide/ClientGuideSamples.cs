using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.ClientGuide;

/// <summary>Samples of docs/guides/client.md that are run.</summary>
internal static class ClientGuideSamples
{
    public static async Task<WorkflowHandle<OrderWorkflow, Receipt>> SignalWithStartAsync(IHoldfastClient client)
    {
        var handle = await client.SignalWithStartWorkflowAsync(
            (OrderWorkflow w) => w.RunAsync(new Order("tea", 2)),
            w => w.Approve(true),
            new WorkflowOptions { Id = "order-4711", IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting });

        return handle;
    }

    public static async Task<int> UpdateWithStartAsync(IHoldfastClient client)
    {
        var started = await client.UpdateWithStartWorkflowAsync(
            (OrderWorkflow w) => w.RunAsync(new Order("tea", 2)),
            w => w.AddItemAsync("milk"),
            UpdateStage.Completed,
            new WorkflowOptions { Id = "order-4711", IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting });

        int items = await started.Update.ResultAsync();
        await started.Workflow.SignalAsync(w => w.Approve(true));

        return items;
    }

    public static async Task<WorkflowHandle<OrderWorkflow, Receipt>> AttachAsync(IHoldfastClient client)
    {
        var handle = await client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("tea", 2)), new WorkflowOptions
        {
            Id = "order-4711",
            RequestId = "click-42",
            IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting,
            OnConflict = new StartConflictOptions { AttachRequestId = true },
        });

        return handle;
    }

    public static async Task<string?> QueryOpenAsync(WorkflowHandle<OrderWorkflow, Receipt> handle)
    {
        try
        {
            return await handle.QueryAsync(w => w.Status(false), new WorkflowQueryOptions { RejectCondition = QueryRejectCondition.NotOpen });
        }
        catch (WorkflowQueryRejectedException)
        {
            return null; // the order is closed
        }
    }

    public static async Task AnswerAsync(IHoldfastClient client, string taskToken)
    {
        await client.GetAsyncActivityHandle(taskToken).CompleteAsync(true);
    }

    public static async Task AnswerByIdAsync(IHoldfastClient client)
    {
        var asked = client.GetAsyncActivityHandle("decision-17", "person");
        if (await asked.HeartbeatAsync(["she has read it"]))
        {
            await asked.ReportCanceledAsync();
        }
        else
        {
            await asked.FailAsync(new ApplicationFailureException("she is away"));
        }
    }
}
