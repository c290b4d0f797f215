using Holdfast.Protocol;
using Holdfast.Testing;

namespace Holdfast.Client.Tests;

public sealed class ObservationTests : ClientTest
{
    [Fact]
    public async Task Describing_gives_what_the_engine_knows_of_the_run()
    {
        var description = Descriptions.Of("order-1", FirstRun);
        Service.Answer<DescribeWorkflowExecutionRequest>(description);

        Assert.Same(description, await Client.GetWorkflowHandle("order-1", FirstRun).DescribeAsync());

        Assert.Equal(new DescribeWorkflowExecutionRequest("shop", new WorkflowExecution("order-1", FirstRun)), Service.Single<DescribeWorkflowExecutionRequest>());
    }

    [Fact]
    public async Task History_is_fetched_page_by_page_from_the_run_of_the_first_page()
    {
        Service.Answer<GetWorkflowExecutionHistoryRequest>(new GetWorkflowExecutionHistoryResponse(FirstRun, [Event(1), Event(2)], NextEventId: 3, Closed: false));
        Service.Answer<GetWorkflowExecutionHistoryRequest>(new GetWorkflowExecutionHistoryResponse(FirstRun, [Event(3)], NextEventId: null, Closed: false));

        var events = await Client.GetWorkflowHandle("order-1").FetchHistoryAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3], events.Select(e => e.EventId));
        Assert.Equal([(RunId.None, 1L), (FirstRun, 3L)], Service.Requests.Cast<GetWorkflowExecutionHistoryRequest>().Select(r => (r.Execution.RunId, r.FirstEventId)));
        Assert.DoesNotContain(Service.Requests.Cast<GetWorkflowExecutionHistoryRequest>(), r => r.CloseEventOnly || r.WaitNewEvent);
    }

    [Fact]
    public async Task Listing_fetches_further_pages_only_when_they_are_asked_for()
    {
        Service.Answer<ListWorkflowExecutionsRequest>(new ListWorkflowExecutionsResponse([Descriptions.InfoOf("order-3", ThirdRun), Descriptions.InfoOf("order-2", SecondRun)], "page 2"));
        Service.Answer<ListWorkflowExecutionsRequest>(new ListWorkflowExecutionsResponse([Descriptions.InfoOf("order-1", FirstRun)], NextPageToken: null));
        var filter = new WorkflowListFilter { WorkflowType = "OrderWorkflow", WorkflowIdPrefix = "order-", WorkflowId = "order-1", Status = WorkflowExecutionStatus.Running, PageSize = 2 };

        await using var runs = Client.ListWorkflowsAsync(filter, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await runs.MoveNextAsync();
        await runs.MoveNextAsync();
        Assert.Single(Service.Requests);
        await runs.MoveNextAsync();
        Assert.Equal("order-1", runs.Current.Execution.WorkflowId);
        Assert.False(await runs.MoveNextAsync());

        var expected = new ListWorkflowExecutionsRequest
        {
            Namespace = "shop",
            WorkflowType = "OrderWorkflow",
            WorkflowId = "order-1",
            WorkflowIdPrefix = "order-",
            Status = WorkflowExecutionStatus.Running,
            PageSize = 2,
        };
        Assert.Equal([expected, expected with { PageToken = "page 2" }], Service.Requests);
    }

    [Fact]
    public async Task Listing_without_filter_asks_for_every_run_of_the_namespace()
    {
        Service.Answer<ListWorkflowExecutionsRequest>(new ListWorkflowExecutionsResponse([], NextPageToken: null));

        Assert.Empty(await Client.ListWorkflowsAsync(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal(new ListWorkflowExecutionsRequest { Namespace = "shop" }, Service.Single<ListWorkflowExecutionsRequest>());
    }

    private static HistoryEvent Event(long eventId) => new(eventId, VirtualTimeProvider.DefaultStart, new WorkflowExecutionTerminated());
}
