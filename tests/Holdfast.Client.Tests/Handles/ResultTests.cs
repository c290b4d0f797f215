using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

public sealed class ResultTests : ClientTest
{
    [Fact]
    public async Task A_result_is_awaited_through_the_close_event_of_the_run()
    {
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, Completed(new Receipt("R-1"))));

        var receipt = await Client.GetWorkflowHandle<OrderWorkflow, Receipt>("order-1", FirstRun).ResultAsync();

        Assert.Equal(new Receipt("R-1"), receipt);
        Assert.Equal(WaitFor(FirstRun), Service.Single<GetWorkflowExecutionHistoryRequest>());
    }

    [Fact]
    public async Task A_wait_that_ends_without_close_event_goes_on_for_the_run_that_it_was_for()
    {
        Service.Answer<GetWorkflowExecutionHistoryRequest>(new GetWorkflowExecutionHistoryResponse(FirstRun, [], NextEventId: null, Closed: false));
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, Completed("done")));

        var result = await Client.GetWorkflowHandle("order-1").ResultAsync<string>();

        Assert.Equal("done", result);
        Assert.Equal([WaitFor(RunId.None), WaitFor(FirstRun)], Service.Requests);
    }

    [Fact]
    public async Task A_result_follows_retries_timeouts_and_continue_as_new_to_the_end_of_the_chain()
    {
        var fourthRun = RunId.Parse("0199b0c4-7d2e-7c3a-9f10-000000000004");
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, Failed("out of stock", SecondRun)));
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(SecondRun, TimedOut(ThirdRun)));
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(ThirdRun, ContinuedAsNew(fourthRun)));
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(fourthRun, Completed("done")));

        var result = await Client.GetWorkflowHandle("order-1", FirstRun).ResultAsync<string>();

        Assert.Equal("done", result);
        Assert.Equal([WaitFor(FirstRun), WaitFor(SecondRun), WaitFor(ThirdRun), WaitFor(fourthRun)], Service.Requests);
    }

    [Fact]
    public async Task Without_following_continue_as_new_is_an_error_that_names_the_new_run()
    {
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, ContinuedAsNew(SecondRun)));

        var error = await Assert.ThrowsAsync<WorkflowContinuedAsNewException>(() => Client.GetWorkflowHandle("order-1", FirstRun).ResultAsync(followRuns: false));

        Assert.Equal((ErrorCodes.RunContinuedAsNew, FirstRun, SecondRun), (error.Code, error.RunId, error.NewRunId));
    }

    [Fact]
    public async Task Without_following_a_run_that_is_retried_has_failed()
    {
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, Failed("out of stock", SecondRun)));

        var error = await Assert.ThrowsAsync<WorkflowFailedException>(() => Client.GetWorkflowHandle("order-1", FirstRun).ResultAsync(followRuns: false));

        Assert.Equal(FirstRun, error.RunId);
    }

    [Fact]
    public async Task A_failed_run_gives_its_failure()
    {
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, Failed("out of stock", successor: null)));

        var error = await ResultErrorAsync();

        Assert.Equal((WorkflowExecutionStatus.Failed, RetryState.MaximumAttemptsReached, Application("out of stock")), (error.Status, error.RetryState, error.Failure));
        Assert.Contains("out of stock", error.Message, StringComparison.Ordinal);
        var cause = Assert.IsType<ApplicationFailureException>(error.InnerException);
        Assert.Equal(("OutOfStock", "tea"), (cause.FailureType, cause.Details.Get<string>(0)));
    }

    [Fact]
    public async Task A_run_that_timed_out_gives_a_timeout_failure()
    {
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, TimedOut(successor: null)));

        var error = await ResultErrorAsync();

        Assert.Equal(WorkflowExecutionStatus.TimedOut, error.Status);
        Assert.Equal(TimeoutType.StartToClose, Assert.IsType<TimeoutFailureException>(error.InnerException).TimeoutType);
    }

    [Fact]
    public async Task A_canceled_run_gives_a_canceled_failure_with_its_details()
    {
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, new WorkflowExecutionCanceled { Details = Json("cleaned up"), WorkflowTaskCompletedEventId = 8 }));

        var error = await ResultErrorAsync();

        Assert.Equal(WorkflowExecutionStatus.Canceled, error.Status);
        Assert.Equal("cleaned up", Assert.IsType<CanceledFailureException>(error.InnerException).Details.Get<string>(0));
    }

    [Fact]
    public async Task A_terminated_run_gives_the_reason()
    {
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, new WorkflowExecutionTerminated { Reason = "fraud" }));

        var error = await ResultErrorAsync();

        Assert.Equal((WorkflowExecutionStatus.Terminated, "fraud"), (error.Status, error.Failure.Message));
        Assert.IsType<TerminatedFailureException>(error.InnerException);
    }

    [Fact]
    public async Task A_result_can_be_had_undecoded()
    {
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, Completed("done")));

        Assert.Equal(Json("done")[0], await Client.GetWorkflowHandle("order-1").ResultAsync<Payload>());
    }

    [Fact]
    public async Task A_run_without_result_gives_no_value()
    {
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, Completed()));

        Assert.Null(await Client.GetWorkflowHandle("order-1").ResultAsync<string>());
    }

    [Fact]
    public async Task Cancelling_the_token_ends_the_wait()
    {
        using var source = new CancellationTokenSource();
        Service.Then<GetWorkflowExecutionHistoryRequest>(token => new TaskCompletionSource<object?>().Task.WaitAsync(token));
        var wait = Client.GetWorkflowHandle("order-1").ResultAsync(cancellationToken: source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private static GetWorkflowExecutionHistoryRequest WaitFor(RunId runId) => new()
    {
        Namespace = "shop",
        Execution = new WorkflowExecution("order-1", runId),
        WaitNewEvent = true,
        CloseEventOnly = true,
    };

    private static WorkflowExecutionFailed Failed(string message, RunId? successor) => new()
    {
        Failure = Application(message),
        RetryState = successor is null ? RetryState.MaximumAttemptsReached : RetryState.InProgress,
        WorkflowTaskCompletedEventId = 8,
        NewExecutionRunId = successor,
    };

    private static WorkflowExecutionTimedOut TimedOut(RunId? successor) => new() { RetryState = RetryState.Timeout, NewExecutionRunId = successor };

    private static WorkflowExecutionContinuedAsNew ContinuedAsNew(RunId successor) => new()
    {
        NewExecutionRunId = successor,
        WorkflowType = "OrderWorkflow",
        TaskQueue = "default",
        WorkflowTaskTimeout = TimeSpan.FromSeconds(10),
        Initiator = ContinueAsNewInitiator.Workflow,
        WorkflowTaskCompletedEventId = 8,
    };

    private async Task<WorkflowFailedException> ResultErrorAsync()
    {
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(() => Client.GetWorkflowHandle<OrderWorkflow, Receipt>("order-1", FirstRun).ResultAsync());
        Assert.Equal((ErrorCodes.WorkflowFailed, "order-1", FirstRun), (error.Code, error.WorkflowId, error.RunId));
        return error;
    }
}
