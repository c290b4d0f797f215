using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

public sealed class ErrorMappingTests : ClientTest
{
    public static TheoryData<string> Operations => [.. Calls.Keys];

    private static Dictionary<string, (Action<ScriptedWorkflowService, ErrorCode> Fail, Func<WorkflowHandle, Task> Call)> Calls { get; } = new(StringComparer.Ordinal)
    {
        ["signal"] = (Failing<SignalWorkflowExecutionRequest>(), h => h.SignalAsync("Approve", [])),
        ["query"] = (Failing<QueryWorkflowRequest>(), h => h.QueryAsync<string>("Status", [])),
        ["update"] = (Failing<UpdateWorkflowExecutionRequest>(), h => h.ExecuteUpdateAsync("Clear", [])),
        ["poll update"] = (Failing<PollWorkflowExecutionUpdateRequest>(), h => h.GetUpdateHandle("clear-1").ResultAsync()),
        ["cancel"] = (Failing<RequestCancelWorkflowExecutionRequest>(), h => h.CancelAsync()),
        ["delete"] = (Failing<DeleteWorkflowExecutionRequest>(), h => h.DeleteAsync()),
        ["terminate"] = (Failing<TerminateWorkflowExecutionRequest>(), h => h.TerminateAsync()),
        ["describe"] = (Failing<DescribeWorkflowExecutionRequest>(), h => h.DescribeAsync()),
        ["result"] = (Failing<GetWorkflowExecutionHistoryRequest>(), h => h.ResultAsync()),
        ["history"] = (Failing<GetWorkflowExecutionHistoryRequest>(), h => h.FetchHistoryAsync().ToListAsync().AsTask()),
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_unknown_workflow_is_not_found_by_any_operation(string operation)
    {
        var error = await FailAsync<WorkflowNotFoundException>(operation, ErrorCodes.NotFound);

        Assert.Equal((ErrorCodes.NotFound, "order-1", FirstRun), (error.Code, error.WorkflowId, error.RunId));
        Assert.Contains("namespace 'shop'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("signal")]
    [InlineData("update")]
    [InlineData("cancel")]
    [InlineData("delete")]
    [InlineData("terminate")]
    public async Task A_closed_run_takes_nothing_more(string operation)
    {
        var error = await FailAsync<WorkflowClosedException>(operation, ErrorCodes.RunClosed);

        Assert.Equal((ErrorCodes.RunClosed, "order-1", FirstRun), (error.Code, error.WorkflowId, error.RunId));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Errors_without_an_exception_of_their_own_reach_the_caller_as_they_are(string operation)
    {
        var error = await FailAsync<HoldfastException>(operation, ErrorCodes.LimitExceeded);

        Assert.Equal(typeof(HoldfastException), error.GetType());
        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
    }

    [Fact]
    public async Task Every_exception_of_the_client_is_a_HoldfastException_that_links_to_its_page()
    {
        var error = await FailAsync<WorkflowNotFoundException>("signal", ErrorCodes.NotFound);

        Assert.IsAssignableFrom<HoldfastException>(error);
        Assert.EndsWith("docs/errors/HF1001.md", error.HelpLink, StringComparison.Ordinal);
        Assert.IsType<HoldfastException>(error.InnerException);
    }

    private static Action<ScriptedWorkflowService, ErrorCode> Failing<TRequest>() => (service, code) => service.Fail<TRequest>(code);

    private Task<TException> FailAsync<TException>(string operation, ErrorCode code)
        where TException : Exception
    {
        var (fail, call) = Calls[operation];
        fail(Service, code);
        return Assert.ThrowsAsync<TException>(() => call(Client.GetWorkflowHandle("order-1", FirstRun)));
    }
}
