using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

public sealed class StartWorkflowTests : ClientTest
{
    private static readonly Order SomeOrder = new("tea", 2);

    [Fact]
    public async Task A_start_sends_the_call_that_the_lambda_describes_with_every_option()
    {
        Service.Answer<StartWorkflowExecutionRequest>(new StartWorkflowExecutionResponse(FirstRun, Started: true));
        var retryPolicy = new RetryPolicy { MaximumAttempts = 3 };
        var priority = new Priority { PriorityKey = 2 };
        var region = SearchAttributes.Of(SearchAttributeKey.Keyword("Region").Set("eu"));
        WorkflowOptions options = new()
        {
            Id = "order-1",
            TaskQueue = "orders",
            IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate,
            IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting,
            OnConflict = new StartConflictOptions { AttachRequestId = true },
            RetryPolicy = retryPolicy,
            ExecutionTimeout = TimeSpan.FromDays(30),
            RunTimeout = TimeSpan.FromDays(7),
            TaskTimeout = TimeSpan.FromSeconds(20),
            StartDelay = TimeSpan.FromHours(1),
            Priority = priority,
            ConcurrencyKey = "customer-7",
            StaticSummary = "Order of Ada",
            StaticDetails = "Two pots of tea",
            Memo = new Dictionary<string, object?> { ["channel"] = "web" },
            SearchAttributes = region,
            RequestId = "request-1",
        };
        Assert.All(
            typeof(WorkflowOptions).GetProperties().Where(static p => p.Name != nameof(WorkflowOptions.CronSchedule)),
            p => Assert.NotEqual(p.GetValue(new WorkflowOptions()), p.GetValue(options)));

        var handle = await Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(SomeOrder), options);

        var expected = new StartWorkflowExecutionRequest
        {
            Namespace = "shop",
            WorkflowId = "order-1",
            WorkflowType = "OrderWorkflow",
            TaskQueue = "orders",
            RequestId = "request-1",
            Input = Json(SomeOrder),
            WorkflowExecutionTimeout = TimeSpan.FromDays(30),
            WorkflowRunTimeout = TimeSpan.FromDays(7),
            WorkflowTaskTimeout = TimeSpan.FromSeconds(20),
            WorkflowIdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate,
            WorkflowIdConflictPolicy = WorkflowIdConflictPolicy.UseExisting,
            OnConflict = new StartConflictOptions { AttachRequestId = true },
            RetryPolicy = retryPolicy,
            StartDelay = TimeSpan.FromHours(1),
            Priority = priority,
            ConcurrencyKey = "customer-7",
            StaticSummary = "Order of Ada",
            StaticDetails = "Two pots of tea",
            SearchAttributes = region.Payloads,
            Memo = PayloadMap.Of([KeyValuePair.Create("channel", Json("web")[0])]),
            Identity = "test@here",
        };
        Assert.Equal(expected, Service.Single<StartWorkflowExecutionRequest>());
        Assert.Equal(("order-1", FirstRun, FirstRun), (handle.Id, handle.RunId, handle.FirstExecutionRunId));
    }

    [Fact]
    public async Task Without_options_a_start_gets_a_new_ID_the_default_task_queue_and_no_limits()
    {
        Service.Answer<StartWorkflowExecutionRequest>(new StartWorkflowExecutionResponse(FirstRun, Started: true));

        var handle = await Client.StartWorkflowAsync((CleanupWorkflow w) => w.RunAsync(7));

        var expected = new StartWorkflowExecutionRequest
        {
            Namespace = "shop",
            WorkflowId = Id(1),
            WorkflowType = "Cleanup",
            TaskQueue = "default",
            RequestId = Id(2),
            Input = Json(7),
            Identity = "test@here",
        };
        Assert.Equal(expected, Service.Single<StartWorkflowExecutionRequest>());
        Assert.Equal(Id(1), handle.Id);
    }

    [Fact]
    public async Task A_static_workflow_is_started_by_a_call_without_receiver()
    {
        Service.Answer<StartWorkflowExecutionRequest>(new StartWorkflowExecutionResponse(FirstRun, Started: true));
        Service.Answer<StartWorkflowExecutionRequest>(new StartWorkflowExecutionResponse(FirstRun, Started: true));

        WorkflowResultHandle<string> greeting = await Client.StartWorkflowAsync(() => Flows.GreetAsync("Ada"));
        WorkflowHandle ping = await Client.StartWorkflowAsync(() => Flows.PingAsync());

        var requests = Service.Requests.Cast<StartWorkflowExecutionRequest>().ToList();
        Assert.Equal([("Greet", Json("Ada")), ("Ping", Payloads.Empty)], requests.Select(r => (r.WorkflowType, r.Input)));
        Assert.Equal([FirstRun, FirstRun], [greeting.RunId, ping.RunId]);
    }

    [Fact]
    public async Task A_workflow_is_started_by_name_with_arguments_serialised_as_what_they_are()
    {
        Service.Answer<StartWorkflowExecutionRequest>(new StartWorkflowExecutionResponse(FirstRun, Started: true));
        var encrypted = new Payload("binary/encrypted", new byte[] { 1, 2 });

        await Client.StartWorkflowAsync("Import", [SomeOrder, 5, null, new byte[] { 3 }, encrypted], new WorkflowOptions { Id = "import-1" });

        var request = Service.Single<StartWorkflowExecutionRequest>();
        Assert.Equal("Import", request.WorkflowType);
        Assert.Equal(Payloads.Of(Json(SomeOrder)[0], Json(5)[0], Payload.Null, JsonDataConverter.Default.ToPayload(new byte[] { 3 }), encrypted), request.Input);
    }

    [Theory]
    [InlineData(true, WorkflowIdConflictPolicy.UseExisting, true)]
    [InlineData(false, WorkflowIdConflictPolicy.UseExisting, false)]
    [InlineData(false, WorkflowIdConflictPolicy.Fail, true)]
    public async Task The_handle_knows_the_first_run_of_the_chain_unless_an_open_run_was_used(bool started, WorkflowIdConflictPolicy policy, bool known)
    {
        Service.Answer<StartWorkflowExecutionRequest>(new StartWorkflowExecutionResponse(FirstRun, started));

        var handle = await Client.StartWorkflowAsync(() => Flows.PingAsync(), new WorkflowOptions { IdConflictPolicy = policy });

        Assert.Equal(known ? FirstRun : RunId.None, handle.FirstExecutionRunId);
    }

    [Fact]
    public async Task Execute_starts_a_workflow_and_gives_its_result()
    {
        Service.Answer<StartWorkflowExecutionRequest>(new StartWorkflowExecutionResponse(FirstRun, Started: true));
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, Completed(new Receipt("R-1"))));

        var receipt = await Client.ExecuteWorkflowAsync((OrderWorkflow w) => w.RunAsync(SomeOrder), new WorkflowOptions { Id = "order-1" });

        Assert.Equal(new Receipt("R-1"), receipt);
    }

    [Fact]
    public async Task Execute_has_a_form_for_each_way_to_name_a_workflow()
    {
        foreach (var result in new[] { Completed(), Completed("hello"), Completed(), Completed(42) })
        {
            Service.Answer<StartWorkflowExecutionRequest>(new StartWorkflowExecutionResponse(FirstRun, Started: true));
            Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, result));
        }

        await Client.ExecuteWorkflowAsync((CleanupWorkflow w) => w.RunAsync(7));
        Assert.Equal("hello", await Client.ExecuteWorkflowAsync(() => Flows.GreetAsync("Ada")));
        await Client.ExecuteWorkflowAsync(() => Flows.PingAsync());
        Assert.Equal(42, await Client.ExecuteWorkflowAsync<int>("Count", []));

        Service.AssertFinished();
    }

    [Theory]
    [InlineData(1002)]
    [InlineData(1003)]
    public async Task A_start_refused_because_of_another_run_says_which_run_it_is(int code)
    {
        Service.Fail<StartWorkflowExecutionRequest>(new ErrorCode(code));
        Service.Answer<DescribeWorkflowExecutionRequest>(Descriptions.Of("order-1", SecondRun));

        var error = await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => Client.StartWorkflowAsync(() => Flows.PingAsync(), new WorkflowOptions { Id = "order-1" }));

        Assert.Equal((new ErrorCode(code), "order-1", SecondRun), (error.Code, error.WorkflowId, error.RunId));
    }

    [Fact]
    public async Task A_start_refused_because_of_another_run_goes_without_the_run_when_it_cannot_be_had()
    {
        Service.Fail<StartWorkflowExecutionRequest>(ErrorCodes.WorkflowAlreadyStarted);
        Service.Fail<DescribeWorkflowExecutionRequest>(ErrorCodes.Unavailable);

        var error = await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => Client.StartWorkflowAsync(() => Flows.PingAsync(), new WorkflowOptions { Id = "order-1" }));

        Assert.True(error.RunId.IsNone);
    }

    [Fact]
    public async Task A_lambda_that_calls_something_else_is_refused_before_anything_is_sent()
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => Client.StartWorkflowAsync((OrderWorkflow w) => w.AddItemAsync("tea")));

        Assert.Equal(ErrorCodes.CallNotCaptured, error.Code);
        Assert.Empty(Service.Requests);
    }
}
