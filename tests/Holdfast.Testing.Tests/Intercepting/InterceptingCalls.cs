using System.Reflection;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.Intercepting;

public sealed class InterceptingCalls : InterceptingTest
{
    [Fact]
    public async Task Whatever_workflow_code_and_activities_do_passes_the_interceptors()
    {
        CallLog log = new();
        await using var environment = await StartAsync(log);
        var handle = await environment.Client.StartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), new WorkflowOptions { Id = "e" }, Cancellation);
        Assert.Equal("bob", await handle.ExecuteUpdateAsync(w => w.NameAsync("bob"), new WorkflowUpdateOptions { UpdateId = "u" }, Cancellation));
        await handle.QueryAsync(w => w.State("who"), Cancellation);
        await handle.SignalAsync(w => w.Release(), cancellationToken: Cancellation);
        await handle.ResultAsync(cancellationToken: Cancellation);

        string[] expected =
        [
            "ExecuteWorkflow Errand", "UpsertMemo 1", "UpsertSearchAttributes 1", "UsePatch errand-2", "Delay 60 min", "ValidateUpdate Name", "HandleUpdate Name u", "Delay 1 min",
            "HandleQuery State", "HandleSignal Release", "ScheduleActivity Run", "ExecuteActivity activity", "Heartbeat 1", "ScheduleLocalActivity Run", "ExecuteActivity local",
            "StartChildWorkflow ErrandChild", "ExecuteWorkflow ErrandChild", "SignalExternalWorkflow Go True", "HandleSignal Go", "CancelExternalWorkflow not needed", "ContinueAsNew Errand",
            "Info",
        ];
        Assert.Empty(expected.Except(log.Calls));
        Assert.Equal(2, log.Calls.Count(static c => c == "ExecuteWorkflow Errand"));
    }

    [Fact]
    public async Task Every_call_of_a_client_passes_the_interceptors()
    {
        CallLog log = new();
        await using var environment = await StartAsync(log);
        await CallEverythingAsync(environment.Client);
        var calls = typeof(ClientOutboundInterceptor).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(static m => m.Name);
        Assert.Empty(calls.Except(log.Calls));
    }

    [Fact]
    public async Task The_interceptor_that_was_registered_first_is_the_outermost()
    {
        CallLog outer = new("outer ");
        CallLog inner = new("inner ") { Calls = outer.Calls };
        await using var environment = await StartAsync(outer, inner);
        await environment.Client.StartWorkflowAsync((LaterErrand w) => w.RunAsync(), cancellationToken: Cancellation);
        await environment.AdvanceAsync(TimeSpan.Zero);
        string[] expected =
        [
            "outer StartWorkflowAsync", "inner StartWorkflowAsync", "outer ExecuteWorkflow LaterErrand", "inner ExecuteWorkflow LaterErrand", "inner ScheduleActivity Later", "outer ScheduleActivity Later",
            "outer ExecuteActivity none", "inner ExecuteActivity none",
        ];
        Assert.Equal(expected, outer.Calls);
    }

    [Fact]
    public async Task Arguments_and_results_can_be_replaced()
    {
        await using var environment = await StartAsync(new Replacing());
        var handle = await environment.Client.StartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), cancellationToken: Cancellation);
        Assert.Equal("BOB!", await handle.ExecuteUpdateAsync(w => w.NameAsync("bob"), cancellationToken: Cancellation));
        await handle.SignalAsync(w => w.Release(), cancellationToken: Cancellation);
        Assert.Contains("ACTIVITY:", await handle.ResultAsync(cancellationToken: Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interceptor_can_refuse_an_update_that_has_no_validator_of_its_own()
    {
        await using var environment = await StartAsync(new Replacing());
        var handle = await environment.Client.StartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), cancellationToken: Cancellation);
        var refused = await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.NameAsync("nobody"), cancellationToken: Cancellation));
        Assert.Contains("not nobody", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interceptor_may_call_twice_and_nothing_happens_twice()
    {
        await using var environment = await StartAsync(new Twice());
        var handle = await environment.Client.StartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), cancellationToken: Cancellation);
        await handle.ExecuteUpdateAsync(w => w.NameAsync("bob"), cancellationToken: Cancellation);
        await handle.SignalAsync(w => w.Release(), cancellationToken: Cancellation);
        var history = new List<HistoryEvent>();
        await foreach (var historyEvent in handle.FetchHistoryAsync(Cancellation))
        {
            history.Add(historyEvent);
        }

        Assert.Single(history, static e => e.Type is EventType.WorkflowExecutionSignaled);
        Assert.Single(history, static e => e.Type is EventType.WorkflowExecutionUpdateAccepted);
        Assert.Equal(1, (await environment.Client.CountWorkflowsAsync("WorkflowType = 'Errand'", Cancellation)).Count);
    }

    [Fact]
    public async Task A_client_goes_past_interceptors_that_are_idle()
    {
        Twice idle = new() { IsIdle = true };
        await using var environment = await StartAsync(idle);
        await environment.Client.StartWorkflowAsync((LaterErrand w) => w.RunAsync(), cancellationToken: Cancellation);
        Assert.Equal(0, idle.Starts);
    }

    [Fact]
    public async Task Something_that_is_no_interceptor_is_refused()
    {
        var refused = await Assert.ThrowsAsync<HoldfastException>(() => StartAsync("no interceptor"));
        Assert.Equal(ErrorCodes.InvalidArgument, refused.Code);
    }

    private static async Task CallEverythingAsync(IHoldfastClient client)
    {
        var handle = await client.StartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), new WorkflowOptions { Id = "one" }, Cancellation);
        await client.SignalWithStartWorkflowAsync((Errand w) => w.RunAsync("x"), w => w.Release(), new WorkflowOptions { Id = "two" }, Cancellation);
        var (_, update) = await client.UpdateWithStartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), (Errand w) => w.NameAsync("ann"), options: new WorkflowOptions { Id = "three", IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting }, cancellationToken: Cancellation);
        await update.ResultAsync(Cancellation);
        await handle.ExecuteUpdateAsync(w => w.NameAsync("bob"), cancellationToken: Cancellation);
        await handle.QueryAsync(w => w.State("who"), Cancellation);
        await handle.SignalAsync(w => w.Release(), cancellationToken: Cancellation);
        await handle.DescribeAsync(Cancellation);
        await foreach (var _ in handle.FetchHistoryAsync(Cancellation))
        {
            break;
        }

        await handle.UpdatePriorityAsync(null, cancellationToken: Cancellation);
        await handle.PauseAsync(cancellationToken: Cancellation);
        await handle.UnpauseAsync(cancellationToken: Cancellation);
        await handle.CancelAsync(cancellationToken: Cancellation);
        await CallActivitiesAsync(client);
        await CallStandaloneActivitiesAsync(client);
        await ListAsync(client);
    }

    private static async Task CallActivitiesAsync(IHoldfastClient client)
    {
        var handle = await client.StartWorkflowAsync((LaterErrand w) => w.RunAsync(), new WorkflowOptions { Id = "later" }, Cancellation);
        await handle.PauseActivityAsync(ActivitySelector.WithId("later"), cancellationToken: Cancellation);
        var activity = client.GetAsyncActivityHandle("later", "later");
        await activity.HeartbeatAsync(cancellationToken: Cancellation);
        await TryAsync(() => activity.ReportCanceledAsync(cancellationToken: Cancellation));
        await TryAsync(() => activity.FailAsync(new ApplicationFailureException("no"), cancellationToken: Cancellation));
        await TryAsync(() => activity.CompleteAsync("done", Cancellation));
        await TryAsync(async () => await handle.ResetAsync(cancellationToken: Cancellation));
        await handle.TerminateAsync(cancellationToken: Cancellation);
        await TryAsync(async () => await client.GetWorkflowHandle("later").ResultAsync(cancellationToken: Cancellation));
        await client.GetWorkflowHandle("later").DeleteAsync(Cancellation);
    }

    private static async Task CallStandaloneActivitiesAsync(IHoldfastClient client)
    {
        StandaloneActivityOptions options = new() { StartDelay = TimeSpan.FromDays(1) };
        var activity = await client.StartActivityAsync("Later", [], options, Cancellation);
        await activity.DescribeAsync(Cancellation);
        await activity.PauseAsync(cancellationToken: Cancellation);
        await activity.CancelAsync(cancellationToken: Cancellation);
        await TryAsync(() => activity.ResultAsync(Cancellation));
        await activity.DeleteAsync(Cancellation);
        var other = await client.StartActivityAsync("Later", [], options, Cancellation);
        await other.TerminateAsync(cancellationToken: Cancellation);
        await client.CountActivitiesAsync(cancellationToken: Cancellation);
        await foreach (var _ in client.ListActivitiesAsync(cancellationToken: Cancellation))
        {
            break;
        }
    }

    private static async Task ListAsync(IHoldfastClient client)
    {
        await foreach (var _ in client.ListWorkflowsAsync(cancellationToken: Cancellation))
        {
            break;
        }

        await client.CountWorkflowsAsync(cancellationToken: Cancellation);
        await client.DescribeTaskQueueAsync("default", Cancellation);
        await client.SetTaskQueueLimitsAsync("default", null, Cancellation);
    }

    /// <summary>What matters is that the call passed, not what the engine said.</summary>
    private static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (HoldfastException)
        {
            // refused
        }
    }

    private sealed class Twice : IClientInterceptor
    {
        public bool IsIdle { get; init; }

        public int Starts { get; private set; }

        public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor next) => new Client(next, this);

        private sealed class Client(ClientOutboundInterceptor next, Twice twice) : ClientOutboundInterceptor(next)
        {
            public override async Task<StartedRun> StartWorkflowAsync(StartWorkflowInput input, CancellationToken cancellationToken)
            {
                twice.Starts++;
                var first = await base.StartWorkflowAsync(input, cancellationToken);
                Assert.Equal(first, await base.StartWorkflowAsync(input, cancellationToken));
                return first;
            }

            public override async Task SignalWorkflowAsync(SignalWorkflowInput input, CancellationToken cancellationToken)
            {
                await base.SignalWorkflowAsync(input, cancellationToken);
                await base.SignalWorkflowAsync(input, cancellationToken);
            }

            public override async Task<SentUpdate> StartWorkflowUpdateAsync(UpdateWorkflowInput input, CancellationToken cancellationToken)
            {
                await base.StartWorkflowUpdateAsync(input, cancellationToken);
                return await base.StartWorkflowUpdateAsync(input, cancellationToken);
            }
        }
    }

    private sealed class Replacing : IWorkerInterceptor
    {
        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor next) => new Inbound(next);

        private sealed class Inbound(WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
        {
            public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new Outbound(outbound));

            public override void ValidateUpdate(HandleUpdateInput input)
            {
                base.ValidateUpdate(input);
                if (input.Arguments.Get<string>(0) == "nobody")
                {
                    throw new ApplicationFailureException("not nobody");
                }
            }

            public override async Task<Payloads> HandleUpdateAsync(HandleUpdateInput input)
            {
                var result = await base.HandleUpdateAsync(input with { Arguments = input.Arguments.With(0, $"{input.Arguments.Get<string>(0)}!") });
                return input.Arguments.ToResult(input.Arguments.FromResult<string>(result).ToUpperInvariant());
            }
        }

        private sealed class Outbound(WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
        {
            public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) =>
                base.ScheduleActivityAsync<TResult>(input with { Arguments = [Definitions.CallArgument.Of($"{input.Arguments[0].Value}".ToUpperInvariant())] });
        }
    }
}
