using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

public sealed class SignalTests : ClientTest
{
    [Fact]
    public async Task A_signal_sends_the_call_that_the_lambda_describes()
    {
        Service.Answer<SignalWorkflowExecutionRequest>();

        await Client.GetWorkflowHandle<OrderWorkflow>("order-1").SignalAsync(w => w.Approve(true));

        Assert.Equal(Signal("Approve", Id(1), Json(true)), Service.Single<SignalWorkflowExecutionRequest>());
    }

    [Fact]
    public async Task A_signal_handler_may_return_void_a_Task_or_a_ValueTask()
    {
        Service.Answer<SignalWorkflowExecutionRequest>().Answer<SignalWorkflowExecutionRequest>();
        var handle = Client.GetWorkflowHandle<OrderWorkflow>("order-1");

        await handle.SignalAsync(w => w.HoldAsync("fraud check"));
        await handle.SignalAsync(w => w.ReleaseAsync());

        Assert.Equal([Signal("Hold", Id(1), Json("fraud check")), Signal("Release", Id(2), Payloads.Empty)], Service.Requests);
    }

    [Fact]
    public async Task A_signal_can_be_sent_by_name_and_with_a_request_ID_of_the_callers()
    {
        Service.Answer<SignalWorkflowExecutionRequest>();

        await Client.GetWorkflowHandle("order-1").SignalAsync("Approve", [true, "Ada"], new WorkflowSignalOptions { RequestId = "click-1" });

        Assert.Equal(Signal("Approve", "click-1", Json(true, "Ada")), Service.Single<SignalWorkflowExecutionRequest>());
    }

    [Fact]
    public async Task Requests_of_a_started_workflow_go_to_its_current_run()
    {
        Service.Answer<StartWorkflowExecutionRequest>(new StartWorkflowExecutionResponse(FirstRun, Started: true)).Answer<SignalWorkflowExecutionRequest>();
        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order("tea", 1)));

        await handle.SignalAsync(w => w.Approve(true));

        Assert.True(Assert.IsType<SignalWorkflowExecutionRequest>(Service.Requests[1]).Execution.RunId.IsNone);
    }

    [Fact]
    public async Task Requests_of_a_handle_made_for_a_run_go_to_that_run()
    {
        Service.Answer<SignalWorkflowExecutionRequest>();

        await Client.GetWorkflowHandle<OrderWorkflow>("order-1", SecondRun).SignalAsync(w => w.Approve(true));

        Assert.Equal(new WorkflowExecution("order-1", SecondRun), Service.Single<SignalWorkflowExecutionRequest>().Execution);
    }

    private static SignalWorkflowExecutionRequest Signal(string name, string requestId, Payloads input) => new()
    {
        Namespace = "shop",
        Execution = new WorkflowExecution("order-1", RunId.None),
        SignalName = name,
        RequestId = requestId,
        Input = input,
        Identity = "test@here",
    };
}
