using Holdfast.Protocol;

namespace Holdfast.Tests;

public sealed class FailureRoundTrip
{
    private static readonly JsonDataConverter Converter = JsonDataConverter.Default;

    [Fact]
    public void An_application_failure_keeps_type_details_and_wishes()
    {
        var sent = new ApplicationFailureException("card refused", "CardRefused", nonRetryable: true, details: ["visa", 3], TimeSpan.FromSeconds(9), FailureCategory.Benign);
        var received = Assert.IsType<ApplicationFailureException>(RoundTrip(sent));
        Assert.Equal(("card refused", "CardRefused", true), (received.Message, received.FailureType, received.NonRetryable));
        Assert.Equal(("visa", 3), (received.Details.Get<string>(0), received.Details.Get<int>(1)));
        Assert.Equal((TimeSpan.FromSeconds(9), FailureCategory.Benign), (received.NextRetryDelay!.Value, received.Category));
    }

    [Fact]
    public void Any_other_exception_becomes_an_application_failure_of_its_type_with_its_causes()
    {
        var received = Assert.IsType<ApplicationFailureException>(RoundTrip(new InvalidOperationException("outer", new FormatException("inner"))));
        Assert.Equal(("outer", "InvalidOperationException"), (received.Message, received.FailureType));
        Assert.Equal("FormatException", Assert.IsType<ApplicationFailureException>(received.InnerException).FailureType);
    }

    [Fact]
    public void A_cancellation_is_caught_as_what_it_is()
    {
        var received = RoundTrip(new TaskCanceledException("stop"));
        Assert.IsAssignableFrom<OperationCanceledException>(received);
        Assert.IsType<CanceledFailureException>(received);
    }

    [Fact]
    public void The_remote_stack_trace_shows_in_ToString()
    {
        var received = RoundTrip(Thrown(new FormatException("bad")));
        Assert.Contains(nameof(Thrown), received.ToString(), StringComparison.Ordinal);
        Assert.Contains("End of stack trace from where the failure arose", Thrown(received).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_that_is_passed_on_goes_out_as_it_came()
    {
        var failure = FailureConverter.ToFailure(new ApplicationFailureException("m", "T", details: [1]), Converter);
        Assert.Same(failure, FailureConverter.ToFailure(FailureConverter.ToException(failure, Converter), Converter));
    }

    [Fact]
    public void Long_messages_and_endless_causes_are_cut()
    {
        var exception = new FormatException(new string('x', FailureConverter.MaximumMessageLength * 2));
        for (var i = 0; i < FailureConverter.MaximumCauses * 2; i++)
        {
            exception = new FormatException("outer", exception);
        }

        var failure = FailureConverter.ToFailure(exception, Converter);
        Assert.Equal(FailureConverter.MaximumCauses + 1, Chain(failure).Count());
        Assert.Equal(FailureConverter.MaximumMessageLength, FailureConverter.ToFailure(new FormatException(new string('x', 50_000)), Converter).Message.Length);
    }

    [Theory]
    [InlineData(TimeoutType.Heartbeat)]
    [InlineData(TimeoutType.StartToClose)]
    public void A_timeout_says_which(TimeoutType type) => Assert.Equal(type, Assert.IsType<TimeoutFailureException>(RoundTrip(new TimeoutFailureException("late", type))).TimeoutType);

    [Fact]
    public void Activity_and_child_failures_name_what_failed()
    {
        var cause = FailureConverter.ToFailure(new FormatException("bad"), Converter);
        var activity = Assert.IsType<ActivityFailureException>(FailureConverter.ToException(new Failure { Message = "a", Info = new FailureInfo.Activity(5, 6, "w", "Charge", "1", RetryState.MaximumAttemptsReached), Cause = cause }, Converter));
        Assert.Equal(("Charge", "1", RetryState.MaximumAttemptsReached), (activity.ActivityType, activity.ActivityId, activity.RetryState));
        Assert.Equal("bad", activity.InnerException!.Message);
        var child = Assert.IsType<ChildWorkflowFailureException>(FailureConverter.ToException(new Failure { Message = "c", Info = new FailureInfo.ChildWorkflow("n", new WorkflowExecution("id", RunId.None), "Ship", 5, 6, RetryState.Timeout) }, Converter));
        Assert.Equal(("Ship", "id"), (child.WorkflowType, child.Execution.WorkflowId));
        Assert.IsType<TerminatedFailureException>(RoundTrip(new TerminatedFailureException("t")));
        Assert.True(Assert.IsType<ServerFailureException>(RoundTrip(new ServerFailureException("s", nonRetryable: true))).NonRetryable);
    }

    private static Exception RoundTrip(Exception exception) => FailureConverter.ToException(FailureConverter.ToFailure(exception, Converter), Converter);

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception caught) when (ReferenceEquals(caught, exception))
        {
            return caught;
        }
    }

    private static IEnumerable<Failure> Chain(Failure failure)
    {
        for (var current = failure; current is not null; current = current.Cause)
        {
            yield return current;
        }
    }
}
