using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.Intercepting;

public sealed class PassingHeaders : InterceptingTest
{
    private const string Expected = "run:acme update:initech signal:globex activity:acme local:acme child:acme go:acme run:acme";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Headers_reach_everything_that_a_call_leads_to_also_through_codecs_and_a_crash(bool encrypts)
    {
        await using var environment = await StartAsync(e => e.DataConverter = encrypts ? new CodecDataConverter([new Data.Reversing()]) : e.DataConverter, new TenantInterceptor());
        Tenant.Current = "acme";
        var handle = await environment.Client.StartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), cancellationToken: Cancellation);
        Tenant.Current = "initech";
        await handle.ExecuteUpdateAsync(w => w.NameAsync("bob"), cancellationToken: Cancellation);
        Assert.Equal("who:initech", await handle.QueryAsync(w => w.State("who"), Cancellation));
        Tenant.Current = "globex";
        await handle.SignalAsync(w => w.Release(), cancellationToken: Cancellation);
        Tenant.Current = null;
        await environment.RestartAsync(Cancellation);
        Assert.Equal(Expected, await handle.ResultAsync(cancellationToken: Cancellation));

        List<HistoryEvent> history = [];
        await foreach (var historyEvent in environment.Client.GetWorkflowHandle(handle.Id, handle.RunId).FetchHistoryAsync(Cancellation))
        {
            history.Add(historyEvent);
        }

        var header = ((WorkflowExecutionStarted)history[0].Attributes).Header["tenant"];
        Assert.Equal(encrypts ? "\"emca\"" : "\"acme\"", header.ToString());
    }

    [Fact]
    public async Task A_start_with_a_signal_or_an_update_takes_headers_for_both()
    {
        await using var environment = await StartAsync(new TenantInterceptor());
        Tenant.Current = "acme";
        var signaled = await environment.Client.SignalWithStartWorkflowAsync((ErrandChild w) => w.RunAsync(), w => w.Go(), cancellationToken: Cancellation);
        Assert.Equal("child:acme go:acme", await signaled.ResultAsync(cancellationToken: Cancellation));
        WorkflowOptions options = new() { Id = "updated", IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting };
        Tenant.Current = "refused";
        var (_, update) = await environment.Client.UpdateWithStartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), (Errand w) => w.NameAsync("x"), options: options, cancellationToken: Cancellation);
        await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => update.ResultAsync(Cancellation));
    }

    [Fact]
    public async Task Headers_that_are_too_large_are_refused_with_a_code_of_their_own()
    {
        await using var environment = await StartAsync(new TenantInterceptor());
        var handle = await environment.Client.StartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), new WorkflowOptions { Id = "e" }, Cancellation);
        Tenant.Current = new string('x', 70_000);
        WorkflowOptions other = new() { Id = "f", IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting };
        Func<Task>[] calls =
        [
            () => environment.Client.StartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), cancellationToken: Cancellation),
            () => handle.SignalAsync(w => w.Release(), cancellationToken: Cancellation),
            () => handle.QueryAsync(w => w.State("who"), Cancellation),
            () => handle.ExecuteUpdateAsync(w => w.NameAsync("bob"), cancellationToken: Cancellation),
            () => environment.Client.SignalWithStartWorkflowAsync((ErrandChild w) => w.RunAsync(), w => w.Go(), other, Cancellation),
            () => environment.Client.UpdateWithStartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), (Errand w) => w.NameAsync("bob"), options: other, cancellationToken: Cancellation),
        ];
        foreach (var call in calls)
        {
            Assert.Equal(ErrorCodes.HeaderTooLarge, (await Assert.ThrowsAnyAsync<HoldfastException>(call)).Code);
        }
    }

    [Fact]
    public async Task A_workflow_task_whose_commands_carry_too_large_headers_fails_and_says_so()
    {
        Widening widening = new();
        await using var environment = await StartAsync(widening);
        var handle = await environment.Client.StartWorkflowAsync((LaterErrand w) => w.RunAsync(), cancellationToken: Cancellation);
        await environment.AdvanceAsync(TimeSpan.Zero);
        List<HistoryEvent> history = [];
        await foreach (var historyEvent in handle.FetchHistoryAsync(Cancellation))
        {
            history.Add(historyEvent);
        }

        var failed = history.Select(static e => e.Attributes).OfType<WorkflowTaskFailed>().First();
        Assert.Contains("HF1060", failed.Failure.Message, StringComparison.Ordinal);
        widening.IsMended = true;
        await environment.AdvanceAsync(TimeSpan.FromMinutes(1));
        await environment.Client.GetAsyncActivityHandle(handle.Id, "later").CompleteAsync("mended", Cancellation);
        Assert.Equal("mended", await handle.ResultAsync(cancellationToken: Cancellation));
    }

    private sealed class Widening : IWorkerInterceptor
    {
        public bool IsMended { get; set; }

        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor next) => new Inbound(next, this);

        private sealed class Inbound(WorkflowInboundInterceptor next, Widening widening) : WorkflowInboundInterceptor(next)
        {
            public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new Outbound(outbound, widening));
        }

        private sealed class Outbound(WorkflowOutboundInterceptor next, Widening widening) : WorkflowOutboundInterceptor(next)
        {
            public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) =>
                base.ScheduleActivityAsync<TResult>(widening.IsMended ? input : input with { Headers = input.Headers.With("wide", new Payload(Payload.BinaryEncoding, new byte[70_000])) });
        }
    }
}
