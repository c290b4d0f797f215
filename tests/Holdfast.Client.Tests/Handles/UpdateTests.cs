using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

public sealed class UpdateTests : ClientTest
{
    [Fact]
    public async Task An_update_is_sent_and_gives_its_result()
    {
        Service.Answer<UpdateWorkflowExecutionRequest>(CompletedUpdate(3));

        var items = await Client.GetWorkflowHandle<OrderWorkflow>("order-1").ExecuteUpdateAsync(w => w.AddItemAsync("tea"));

        Assert.Equal(3, items);
        Assert.Equal(Update("AddItem", Id(1), UpdateStage.Completed, Json("tea")), Service.Single<UpdateWorkflowExecutionRequest>());
    }

    [Fact]
    public async Task An_update_without_result_is_awaited()
    {
        Service.Answer<UpdateWorkflowExecutionRequest>(CompletedUpdate());

        await Client.GetWorkflowHandle<OrderWorkflow>("order-1").ExecuteUpdateAsync(w => w.ClearAsync(), new WorkflowUpdateOptions { UpdateId = "clear-1" });

        Assert.Equal(Update("Clear", "clear-1", UpdateStage.Completed, Payloads.Empty), Service.Single<UpdateWorkflowExecutionRequest>());
    }

    [Fact]
    public async Task An_update_can_be_sent_by_name()
    {
        Service.Answer<UpdateWorkflowExecutionRequest>(CompletedUpdate(3)).Answer<UpdateWorkflowExecutionRequest>(CompletedUpdate());
        var handle = Client.GetWorkflowHandle("order-1");

        Assert.Equal(3, await handle.ExecuteUpdateAsync<int>("AddItem", ["tea"]));
        await handle.ExecuteUpdateAsync("Clear", []);

        Assert.Equal([Update("AddItem", Id(1), UpdateStage.Completed, Json("tea")), Update("Clear", Id(2), UpdateStage.Completed, Payloads.Empty)], Service.Requests);
    }

    [Fact]
    public async Task An_accepted_update_is_polled_in_the_run_that_took_it()
    {
        Service.Answer<UpdateWorkflowExecutionRequest>(Stage(UpdateStage.Accepted));
        Service.Answer<PollWorkflowExecutionUpdateRequest>(Stage(UpdateStage.Accepted));
        Service.Answer<PollWorkflowExecutionUpdateRequest>(CompletedUpdate(3));

        var update = await Client.GetWorkflowHandle<OrderWorkflow>("order-1").StartUpdateAsync(w => w.AddItemAsync("tea"));
        Assert.Equal((Id(1), "order-1", SecondRun), (update.Id, update.WorkflowId, update.RunId));
        Assert.Equal(3, await update.ResultAsync());
        Assert.Equal(3, await update.ResultAsync());

        var poll = new PollWorkflowExecutionUpdateRequest { Namespace = "shop", Execution = new WorkflowExecution("order-1", SecondRun), UpdateId = Id(1) };
        Assert.Equal([Update("AddItem", Id(1), UpdateStage.Accepted, Json("tea")), poll, poll], Service.Requests);
    }

    [Fact]
    public async Task An_update_that_was_only_admitted_is_sent_again_because_it_is_not_durable_yet()
    {
        Service.Answer<UpdateWorkflowExecutionRequest>(Stage(UpdateStage.Admitted)).Answer<UpdateWorkflowExecutionRequest>(CompletedUpdate());

        await Client.GetWorkflowHandle<OrderWorkflow>("order-1").ExecuteUpdateAsync(w => w.ClearAsync());

        Assert.Equal(Service.Requests[0], Service.Requests[1]);
        Service.AssertFinished();
    }

    [Fact]
    public async Task An_update_that_is_accepted_while_completion_is_awaited_is_polled_to_its_end()
    {
        Service.Answer<UpdateWorkflowExecutionRequest>(Stage(UpdateStage.Accepted)).Answer<PollWorkflowExecutionUpdateRequest>(CompletedUpdate(3));

        Assert.Equal(3, await Client.GetWorkflowHandle<OrderWorkflow>("order-1").ExecuteUpdateAsync(w => w.AddItemAsync("tea")));

        Service.AssertFinished();
    }

    [Fact]
    public async Task An_update_that_fails_gives_its_failure()
    {
        Service.Answer<UpdateWorkflowExecutionRequest>(Stage(UpdateStage.Completed) with { Failure = Application("sold out") });

        var error = await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => Client.GetWorkflowHandle<OrderWorkflow>("order-1").ExecuteUpdateAsync(w => w.AddItemAsync("tea")));

        Assert.Equal((ErrorCodes.WorkflowUpdateFailed, "order-1", SecondRun, Id(1), Application("sold out")), (error.Code, error.WorkflowId, error.RunId, error.UpdateId, error.Failure));
        Assert.Equal("OutOfStock", Assert.IsType<ApplicationFailureException>(error.InnerException).FailureType);
    }

    [Fact]
    public async Task A_handle_to_an_update_that_was_sent_earlier_polls_for_its_outcome()
    {
        Service.Answer<PollWorkflowExecutionUpdateRequest>(CompletedUpdate(3)).Answer<PollWorkflowExecutionUpdateRequest>(CompletedUpdate());
        var handle = Client.GetWorkflowHandle<OrderWorkflow>("order-1");

        Assert.Equal(3, await handle.GetUpdateHandle<int>("add-1", SecondRun).ResultAsync());
        await handle.GetUpdateHandle("clear-1").ResultAsync();

        Assert.Equal([("add-1", SecondRun), ("clear-1", RunId.None)], Service.Requests.Cast<PollWorkflowExecutionUpdateRequest>().Select(r => (r.UpdateId, r.Execution.RunId)));
    }

    [Fact]
    public async Task Waiting_for_the_stage_Admitted_is_refused()
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => Client.GetWorkflowHandle<OrderWorkflow>("order-1").StartUpdateAsync(w => w.ClearAsync(), UpdateStage.Admitted));

        Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
        Assert.Contains("waitForStage", error.Message, StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
    }

    private static UpdateWorkflowExecutionResponse Stage(UpdateStage stage) => new() { RunId = SecondRun, Stage = stage };

    private static UpdateWorkflowExecutionResponse CompletedUpdate(params object?[] result) => Stage(UpdateStage.Completed) with { Result = Json(result) };

    private static UpdateWorkflowExecutionRequest Update(string name, string updateId, UpdateStage stage, Payloads input) => new()
    {
        Namespace = "shop",
        Execution = new WorkflowExecution("order-1", RunId.None),
        Update = new UpdateRequest(updateId, name, input, PayloadMap.Empty, "test@here"),
        WaitStage = stage,
    };
}
