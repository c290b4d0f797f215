using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

/// <summary>The samples of docs/guides/client.md, so that they compile. <see cref="ClientGuideTests"/> checks that the guide shows these very lines.</summary>
public static class ClientGuideSamples
{
    public static void MakeAClient(IWorkflowService service)
    {
        var client = new HoldfastClient(service, new HoldfastClientOptions { Namespace = "shop" });

        Assert.NotNull(client);
    }

    public static async Task<Receipt> StartAsync(IHoldfastClient client)
    {
        var handle = await client.StartWorkflowAsync(
            (OrderWorkflow w) => w.RunAsync(new Order("tea", 2)),
            new WorkflowOptions { Id = "order-4711", TaskQueue = "orders" });

        Receipt receipt = await handle.ResultAsync();

        return receipt;
    }

    public static async Task<string> ExecuteAsync(IHoldfastClient client)
    {
        string greeting = await client.ExecuteWorkflowAsync(() => Flows.GreetAsync("Ada"));

        return greeting;
    }

    public static async Task StartOnceAsync(IHoldfastClient client, Order order)
    {
        try
        {
            await client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(order), new WorkflowOptions { Id = "order-4711" });
        }
        catch (WorkflowAlreadyStartedException running)
        {
            Console.WriteLine($"Order {running.WorkflowId} is under way already, as run {running.RunId}.");
        }
    }

    public static WorkflowHandle<OrderWorkflow, Receipt> Find(IHoldfastClient client)
    {
        var handle = client.GetWorkflowHandle<OrderWorkflow, Receipt>("order-4711");

        return handle;
    }

    public static async Task<(string Status, int Items)> TalkAsync(WorkflowHandle<OrderWorkflow, Receipt> handle)
    {
        await handle.SignalAsync(w => w.Approve(true));
        string status = await handle.QueryAsync(w => w.Status(false));
        int items = await handle.ExecuteUpdateAsync(w => w.AddItemAsync("milk"));

        return (status, items);
    }

    public static async Task<int> UpdateInTwoStepsAsync(IHoldfastClient client, WorkflowHandle<OrderWorkflow, Receipt> handle)
    {
        var update = await handle.StartUpdateAsync(w => w.AddItemAsync("milk"), options: new WorkflowUpdateOptions { UpdateId = "add-milk" });
        Console.WriteLine($"Run {update.RunId} accepted it.");

        int items = await client.GetWorkflowHandle("order-4711").GetUpdateHandle<int>("add-milk", update.RunId).ResultAsync();

        return items;
    }

    public static async Task StopAsync(WorkflowHandle handle)
    {
        await handle.CancelAsync("customer left");
        await handle.TerminateAsync("fraud");
    }

    public static async Task ObserveAsync(IHoldfastClient client, WorkflowHandle handle)
    {
        var description = await handle.DescribeAsync();
        Console.WriteLine($"{description.Info.Status}, {description.PendingActivities.Count} activities pending");

        await foreach (var run in client.ListWorkflowsAsync(new WorkflowListFilter { WorkflowIdPrefix = "order-", Status = WorkflowExecutionStatus.Running }))
        {
            Console.WriteLine($"{run.Execution.WorkflowId} since {run.StartTime}");
        }

        await foreach (var historyEvent in handle.FetchHistoryAsync())
        {
            Console.WriteLine($"{historyEvent.EventId} {historyEvent.Type}");
        }
    }

    public static async Task<(string Status, Receipt Receipt)> ByNameAsync(IHoldfastClient client)
    {
        var handle = await client.StartWorkflowAsync("OrderWorkflow", [new Order("tea", 2)], new WorkflowOptions { Id = "order-4711" });
        await handle.SignalAsync("Approve", [true]);
        string status = await handle.QueryAsync<string>("Status", [false]);
        var receipt = await handle.ResultAsync<Receipt>();

        return (status, receipt);
    }

    public static async Task CatchAsync(WorkflowHandle handle)
    {
        try
        {
            await handle.ResultAsync();
        }
        catch (WorkflowFailedException failed) when (failed.InnerException is ApplicationFailureException { FailureType: "OutOfStock" } cause)
        {
            Console.WriteLine($"{failed.WorkflowId} ended as {failed.Status}: {cause.Message}");
        }
    }

    public static async Task SignalOnceAsync(WorkflowHandle<OrderWorkflow> handle)
    {
        await handle.SignalAsync(w => w.Approve(true), new WorkflowSignalOptions { RequestId = "approval-17" });
    }
}
