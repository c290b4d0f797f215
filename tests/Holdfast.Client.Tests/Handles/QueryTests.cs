using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

public sealed class QueryTests : ClientTest
{
    [Fact]
    public async Task A_query_sends_the_call_that_the_lambda_describes_and_gives_the_answer()
    {
        Service.Answer<QueryWorkflowRequest>(new QueryWorkflowResponse(Json("packed")));

        var status = await Client.GetWorkflowHandle<OrderWorkflow>("order-1", FirstRun).QueryAsync(w => w.Status(true));

        Assert.Equal("packed", status);
        Assert.Equal(Query(FirstRun, Json(true)), Service.Single<QueryWorkflowRequest>());
    }

    [Fact]
    public async Task A_query_can_be_asked_by_name()
    {
        Service.Answer<QueryWorkflowRequest>(new QueryWorkflowResponse(Json("packed")));

        var status = await Client.GetWorkflowHandle("order-1").QueryAsync<string>("Status", [false]);

        Assert.Equal("packed", status);
        Assert.Equal(Query(RunId.None, Json(false)), Service.Single<QueryWorkflowRequest>());
    }

    [Fact]
    public async Task A_query_that_fails_names_the_query()
    {
        Service.Fail<QueryWorkflowRequest>(ErrorCodes.QueryFailed);

        var error = await Assert.ThrowsAsync<WorkflowQueryFailedException>(() => Client.GetWorkflowHandle<OrderWorkflow>("order-1").QueryAsync(w => w.Status(true)));

        Assert.Equal((ErrorCodes.QueryFailed, "order-1", "Status"), (error.Code, error.WorkflowId, error.Query));
    }

    private static QueryWorkflowRequest Query(RunId runId, Payloads arguments) => new()
    {
        Namespace = "shop",
        Execution = new WorkflowExecution("order-1", runId),
        Query = new WorkflowQuery("Status", arguments, PayloadMap.Empty),
    };
}
