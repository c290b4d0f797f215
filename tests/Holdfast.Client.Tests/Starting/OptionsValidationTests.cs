using Holdfast.Protocol;

namespace Holdfast.Client.Tests;

public sealed class OptionsValidationTests : ClientTest
{
    public static TheoryData<string, WorkflowOptions> BadWorkflowOptions => new()
    {
        { "WorkflowOptions.Id", new() { Id = string.Empty } },
        { "WorkflowOptions.TaskQueue", new() { TaskQueue = string.Empty } },
        { "WorkflowOptions.RequestId", new() { RequestId = string.Empty } },
        { "WorkflowOptions.IdReusePolicy", new() { IdReusePolicy = (WorkflowIdReusePolicy)9 } },
        { "WorkflowOptions.IdConflictPolicy", new() { IdConflictPolicy = (WorkflowIdConflictPolicy)9 } },
        { "WorkflowOptions.ExecutionTimeout", new() { ExecutionTimeout = TimeSpan.Zero } },
        { "WorkflowOptions.RunTimeout", new() { RunTimeout = TimeSpan.FromSeconds(-1) } },
        { "WorkflowOptions.TaskTimeout", new() { TaskTimeout = TimeSpan.Zero } },
        { "WorkflowOptions.TaskTimeout", new() { TaskTimeout = TimeSpan.FromSeconds(121) } },
        { "WorkflowOptions.StartDelay", new() { StartDelay = TimeSpan.FromTicks(-1) } },
        { "WorkflowOptions.Memo", new() { Memo = null! } },
        { "RetryPolicy.BackoffCoefficient", new() { RetryPolicy = new RetryPolicy { BackoffCoefficient = 0.5 } } },
    };

    public static TheoryData<string, Action<HoldfastClientOptions>> BadClientOptions => new()
    {
        { "HoldfastClientOptions.Namespace", o => o.Namespace = string.Empty },
        { "HoldfastClientOptions.Identity", o => o.Identity = string.Empty },
        { "HoldfastClientOptions.RetryTimeLimit", o => o.RetryTimeLimit = TimeSpan.FromSeconds(-1) },
        { "HoldfastClientOptions.DataConverter", o => o.DataConverter = null! },
        { "HoldfastClientOptions.TimeProvider", o => o.TimeProvider = null! },
        { "HoldfastClientOptions.GuidSource", o => o.GuidSource = null! },
    };

    [Theory]
    [MemberData(nameof(BadWorkflowOptions), DisableDiscoveryEnumeration = true)]
    public async Task A_workflow_option_out_of_range_is_refused_by_name_before_anything_is_sent(string property, WorkflowOptions options)
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => Client.StartWorkflowAsync(() => Flows.PingAsync(), options));

        Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
        Assert.Contains(property, error.Message, StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
    }

    [Theory]
    [MemberData(nameof(BadClientOptions), DisableDiscoveryEnumeration = true)]
    public void A_client_option_out_of_range_is_refused_by_name(string property, Action<HoldfastClientOptions> spoil)
    {
        var error = Assert.Throws<HoldfastException>(() => NewClient(spoil));

        Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
        Assert.Contains(property, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ID_of_a_thousand_bytes_is_taken_and_a_longer_one_refused()
    {
        Service.Answer<StartWorkflowExecutionRequest>(new StartWorkflowExecutionResponse(FirstRun, Started: true));
        await Client.StartWorkflowAsync(() => Flows.PingAsync(), new WorkflowOptions { Id = new string('é', 500) });

        var error = await Assert.ThrowsAsync<HoldfastException>(() => Client.StartWorkflowAsync(() => Flows.PingAsync(), new WorkflowOptions { Id = new string('é', 501) }));

        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public async Task A_page_size_out_of_range_is_refused(int pageSize)
    {
        var listing = Client.ListWorkflowsAsync(new WorkflowListFilter { PageSize = pageSize }, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<HoldfastException>(() => listing.ToListAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.Equal(ErrorCodes.InvalidArgument, error.Code);
    }

    [Fact]
    public async Task Names_and_IDs_must_not_be_empty()
    {
        var handle = Client.GetWorkflowHandle("order-1");

        Assert.Throws<HoldfastException>(() => Client.GetWorkflowHandle(string.Empty));
        Assert.Throws<HoldfastException>(() => handle.GetUpdateHandle(string.Empty));
        await Assert.ThrowsAsync<HoldfastException>(() => Client.StartWorkflowAsync(string.Empty, []));
        await Assert.ThrowsAsync<HoldfastException>(() => handle.SignalAsync(string.Empty, []));
        await Assert.ThrowsAsync<HoldfastException>(() => handle.QueryAsync<int>(string.Empty, []));
        await Assert.ThrowsAsync<HoldfastException>(() => handle.ExecuteUpdateAsync(string.Empty, []));
        await Assert.ThrowsAsync<HoldfastException>(() => handle.SignalAsync("Approve", [], new WorkflowSignalOptions { RequestId = string.Empty }));
        await Assert.ThrowsAsync<HoldfastException>(() => handle.ExecuteUpdateAsync("Clear", [], new WorkflowUpdateOptions { UpdateId = string.Empty }));
        Assert.Empty(Service.Requests);
    }
}
