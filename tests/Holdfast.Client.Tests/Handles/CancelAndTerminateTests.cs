using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

public sealed class CancelAndTerminateTests : ClientTest
{
    [Fact]
    public async Task Cancelling_a_started_workflow_asks_the_current_run_of_its_chain()
    {
        var handle = await StartAsync();
        Service.Answer<RequestCancelWorkflowExecutionRequest>();

        await handle.CancelAsync("customer left");

        var expected = new RequestCancelWorkflowExecutionRequest
        {
            Namespace = "shop",
            Execution = new WorkflowExecution("order-1", RunId.None),
            FirstExecutionRunId = FirstRun,
            RequestId = Id(2),
            Reason = "customer left",
            Identity = "test@here",
        };
        Assert.Equal(expected, Service.Requests[1]);
    }

    [Fact]
    public async Task Terminating_a_started_workflow_closes_the_current_run_of_its_chain()
    {
        var handle = await StartAsync();
        Service.Answer<TerminateWorkflowExecutionRequest>();

        await handle.TerminateAsync("fraud", ["case 7"]);

        var expected = new TerminateWorkflowExecutionRequest
        {
            Namespace = "shop",
            Execution = new WorkflowExecution("order-1", RunId.None),
            FirstExecutionRunId = FirstRun,
            Reason = "fraud",
            Details = Json("case 7"),
            Identity = "test@here",
        };
        Assert.Equal(expected, Service.Requests[1]);
    }

    [Fact]
    public async Task Deleting_names_the_run_of_the_handle()
    {
        Service.Answer<DeleteWorkflowExecutionRequest>();

        await Client.GetWorkflowHandle("order-1", FirstRun).DeleteAsync();

        Assert.Equal(new DeleteWorkflowExecutionRequest { Namespace = "shop", Execution = new WorkflowExecution("order-1", FirstRun), Identity = "test@here" }, Assert.Single(Service.Requests));
    }

    private async Task<WorkflowHandle> StartAsync()
    {
        Service.Answer<StartWorkflowExecutionRequest>(new StartWorkflowExecutionResponse(FirstRun, Started: true));
        return await Client.StartWorkflowAsync(() => Flows.PingAsync(), new WorkflowOptions { Id = "order-1" });
    }
}
