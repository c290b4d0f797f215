using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.Data;

public sealed class Limiting : IAsyncLifetime
{
    private const int Limit = 10_000;

    private readonly VaultActivities _activities = new();
    private WorkflowEnvironment _environment = null!;

    public async ValueTask InitializeAsync() => _environment = await WorkflowEnvironment.StartAsync(e =>
    {
        e.PayloadLimits = new PayloadLimits { MaximumBytes = Limit };
        e.AddAssembly(typeof(Vault).Assembly).AddActivities(_activities);
    });

    public ValueTask DisposeAsync() => _environment.DisposeAsync();

    [Fact]
    public async Task A_client_is_told_before_anything_is_sent()
    {
        var error = await Assert.ThrowsAsync<PayloadTooLargeException>(() => _environment.Client.StartWorkflowAsync((Vault v) => v.RunAsync(new string('x', Limit)), new WorkflowOptions { Id = "large" }));
        Assert.Equal((ErrorCodes.LimitExceeded, "The input of workflow 'Vault' (ID large)", Limit + 2), (error.Code, error.What, error.Bytes));
        await Assert.ThrowsAsync<WorkflowNotFoundException>(() => _environment.Client.GetWorkflowHandle("large").DescribeAsync());
    }

    [Fact]
    public async Task What_is_never_moved_to_the_blob_store_is_refused_when_it_is_too_large()
    {
        await using var moving = await WorkflowEnvironment.StartAsync(e =>
        {
            e.PayloadLimits = new PayloadLimits { MaximumBytes = Limit };
            e.ExternalPayloads = new ExternalPayloadOptions { InlineBytes = 1_024 };
            e.AddAssembly(typeof(Vault).Assembly).AddActivities(_activities);
        });
        var large = new string('x', Limit);
        WorkflowOptions options = new() { Id = "large", Memo = new Dictionary<string, object?> { ["note"] = large } };
        Assert.Equal("The memo of workflow 'Vault' (ID large)", (await Assert.ThrowsAsync<PayloadTooLargeException>(() => moving.Client.StartWorkflowAsync((Vault v) => v.RunAsync("small"), options))).What);

        var handle = await moving.Client.StartWorkflowAsync((Vault v) => v.RunAsync(large));
        var asked = await Assert.ThrowsAsync<PayloadTooLargeException>(() => handle.QueryAsync(v => v.Ask(large)));
        Assert.Contains("The arguments of query 'Ask'", asked.What, StringComparison.Ordinal);
        var answered = await Assert.ThrowsAsync<WorkflowQueryFailedException>(() => handle.QueryAsync(v => v.Ask(large[2..]))); // which the answer is longer than
        Assert.Contains("The answer to query 'Ask'", answered.Message, StringComparison.Ordinal);
        Assert.Contains("HF1006", answered.ToString(), StringComparison.Ordinal);
        Assert.Equal("small 0", await handle.QueryAsync(v => v.Ask("small")));
    }

    [Fact]
    public async Task A_result_that_is_too_large_fails_the_activity_at_its_first_attempt()
    {
        var error = await Assert.ThrowsAsync<WorkflowFailedException>(() => _environment.Client.ExecuteWorkflowAsync(() => VaultFlows.MakeTooMuchAsync(Limit)));
        var cause = Assert.IsType<ApplicationFailureException>(error.InnerException!.InnerException);
        Assert.Equal(("HF1006", true, 1), (cause.FailureType, cause.NonRetryable, _activities.Attempts));
        Assert.Contains("The result of activity 'Make'", cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_is_too_large_fails_the_task_and_the_run_goes_on_once_the_code_is_mended()
    {
        VaultFlows.Length = Limit;
        var handle = await _environment.Client.StartWorkflowAsync(() => VaultFlows.PassTooMuchAsync());
        await _environment.AdvanceAsync(TimeSpan.FromMinutes(1));
        List<HistoryEvent> history = [];
        await foreach (var historyEvent in handle.FetchHistoryAsync())
        {
            history.Add(historyEvent);
        }

        var failed = history.Select(e => e.Attributes).OfType<WorkflowTaskFailed>().First();
        Assert.Equal(WorkflowTaskFailedCause.PayloadsTooLarge, failed.Cause);
        Assert.Contains("The input of activity 'Echo'", failed.Failure!.Message, StringComparison.Ordinal);

        VaultFlows.Length = 10;
        Assert.Equal("xxxxxxxxxx", await handle.ResultAsync());
    }
}
