using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

public sealed class RetryTests : ClientTest
{
    [Theory]
    [InlineData(2100)]
    [InlineData(2101)]
    public async Task A_refused_call_is_sent_again_unchanged_after_a_while(int code)
    {
        Service.Fail<SignalWorkflowExecutionRequest>(new ErrorCode(code)).Answer<SignalWorkflowExecutionRequest>();

        var signal = Client.GetWorkflowHandle("order-1").SignalAsync("Approve", [true]);
        Assert.Single(Service.Requests);
        AssertNextDelay(25, 50);
        Clock.AdvanceToNextTimer();
        await signal;

        Assert.Same(Service.Requests[0], Service.Requests[1]);
        Service.AssertFinished();
    }

    [Fact]
    public async Task Waiting_times_double_up_to_two_seconds()
    {
        for (var refusals = 0; refusals < 8; refusals++)
        {
            Service.Fail<QueryWorkflowRequest>(ErrorCodes.ResourceExhausted);
        }

        Service.Answer<QueryWorkflowRequest>(new QueryWorkflowResponse(Json("packed")));
        var query = Client.GetWorkflowHandle("order-1").QueryAsync<string>("Status", []);

        foreach (var longest in new[] { 50, 100, 200, 400, 800, 1600, 2000, 2000 })
        {
            AssertNextDelay(longest / 2, longest);
            Clock.AdvanceToNextTimer();
        }

        Assert.Equal("packed", await query);
    }

    [Fact]
    public async Task When_the_time_limit_has_passed_the_refusal_reaches_the_caller()
    {
        var client = NewClient(o => o.RetryTimeLimit = TimeSpan.FromMilliseconds(60));
        Service.Fail<SignalWorkflowExecutionRequest>(ErrorCodes.Unavailable).Fail<SignalWorkflowExecutionRequest>(ErrorCodes.Unavailable).Fail<SignalWorkflowExecutionRequest>(ErrorCodes.Unavailable);
        var start = Clock.GetUtcNow();

        var signal = client.GetWorkflowHandle("order-1").SignalAsync("Approve", []);
        while (Clock.AdvanceToNextTimer())
        {
        }

        var error = await Assert.ThrowsAsync<HoldfastException>(() => signal);
        Assert.Equal(ErrorCodes.Unavailable, error.Code);
        Assert.Equal(TimeSpan.FromMilliseconds(60), Clock.GetUtcNow() - start);
        Service.AssertFinished();
    }

    [Fact]
    public async Task A_time_limit_of_zero_never_tries_again()
    {
        Service.Fail<SignalWorkflowExecutionRequest>(ErrorCodes.ResourceExhausted);

        await Assert.ThrowsAsync<HoldfastException>(() => NewClient(o => o.RetryTimeLimit = TimeSpan.Zero).GetWorkflowHandle("order-1").SignalAsync("Approve", []));

        Service.AssertFinished();
    }

    [Fact]
    public async Task A_long_wait_that_is_refused_when_the_engine_restarts_has_the_whole_time_limit_again()
    {
        Service.Fail<GetWorkflowExecutionHistoryRequest>(ErrorCodes.Unavailable);
        var wait = new TaskCompletionSource<object?>();
        Service.Then<GetWorkflowExecutionHistoryRequest>(_ => wait.Task);
        Service.Answer<GetWorkflowExecutionHistoryRequest>(Closed(FirstRun, Completed("done")));

        var result = Client.GetWorkflowHandle("order-1").ResultAsync<string>();
        Clock.AdvanceToNextTimer();
        Clock.Advance(TimeSpan.FromHours(3));
        wait.SetException(new HoldfastException(ErrorCodes.Unavailable, "stopping"));
        AssertNextDelay(25, 50);
        Clock.AdvanceToNextTimer();

        Assert.Equal("done", await result);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1004)]
    [InlineData(1006)]
    [InlineData(2102)]
    [InlineData(9000)]
    public async Task Other_errors_are_not_tried_again(int code)
    {
        Service.Fail<SignalWorkflowExecutionRequest>(new ErrorCode(code));

        var error = await Assert.ThrowsAnyAsync<HoldfastException>(() => Client.GetWorkflowHandle("order-1").SignalAsync("Approve", []));

        Assert.Equal(new ErrorCode(code), error.Code);
        Assert.Equal(0, Clock.ArmedTimerCount);
        Service.AssertFinished();
    }

    [Fact]
    public async Task Cancelling_the_token_ends_the_wait_between_tries()
    {
        using var source = new CancellationTokenSource();
        Service.Fail<SignalWorkflowExecutionRequest>(ErrorCodes.Unavailable);
        var signal = Client.GetWorkflowHandle("order-1").SignalAsync("Approve", [], cancellationToken: source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signal);
    }

    private void AssertNextDelay(double leastMilliseconds, double mostMilliseconds) =>
        Assert.InRange((Clock.NextDueTime!.Value - Clock.GetUtcNow()).TotalMilliseconds, leastMilliseconds, mostMilliseconds);
}
