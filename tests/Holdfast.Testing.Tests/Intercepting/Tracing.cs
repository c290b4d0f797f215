using System.Diagnostics;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.Intercepting;

public sealed class Tracing : InterceptingTest
{
    private static readonly string[] WholeErrand =
    [
        "CompleteWorkflow:Errand < RunWorkflow:Errand",
        "CompleteWorkflow:ErrandChild < RunWorkflow:ErrandChild",
        "CompleteWorkflow:ErrandChild < RunWorkflow:ErrandChild",
        "HandleQuery:State < StartWorkflow:Errand ~ QueryWorkflow:State",
        "HandleSignal:Go < StartChildWorkflow:ErrandChild ~ SignalChildWorkflow:Go",
        "HandleSignal:Release < StartWorkflow:Errand ~ SignalWorkflow:Release",
        "HandleUpdate:Name < StartWorkflow:Errand ~ UpdateWorkflow:Name",
        "QueryWorkflow:State < test",
        "RunActivity:Run < StartActivity:Run",
        "RunActivity:Run < StartActivity:Run",
        "RunWorkflow:Errand < RunWorkflow:Errand",
        "RunWorkflow:Errand < StartWorkflow:Errand",
        "RunWorkflow:ErrandChild < StartChildWorkflow:ErrandChild",
        "RunWorkflow:ErrandChild < StartChildWorkflow:ErrandChild",
        "SignalChildWorkflow:Go < RunWorkflow:Errand",
        "SignalWorkflow:Release < test",
        "StartActivity:Run < RunWorkflow:Errand",
        "StartActivity:Run < RunWorkflow:Errand",
        "StartChildWorkflow:ErrandChild < RunWorkflow:Errand",
        "StartChildWorkflow:ErrandChild < RunWorkflow:Errand",
        "StartWorkflow:Errand < test",
        "UpdateWorkflow:Name < test",
        "ValidateUpdate:Name < StartWorkflow:Errand ~ UpdateWorkflow:Name",
    ];

    [Fact]
    public async Task A_workflow_and_all_it_leads_to_is_one_trace()
    {
        await using var environment = await StartAsync(new TracingInterceptor());
        using SpanCollector spans = new();
        await RunErrandAsync(environment, static () => Task.CompletedTask);
        Assert.Equal(WholeErrand, spans.Lines);
        var activity = spans.Spans.First(static s => s.DisplayName == "RunActivity:Run");
        Assert.Equal((ActivityKind.Server, "e"), (activity.Kind, activity.GetTagItem(TracingTags.WorkflowId)));
        Assert.NotNull(activity.GetTagItem(TracingTags.RunId));
        Assert.NotNull(activity.GetTagItem(TracingTags.ActivityId));
        Assert.Equal(spans["HandleUpdate:Name"].StartTimeUtc, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.InRange(spans["HandleUpdate:Name"].Duration, TimeSpan.Zero, TimeSpan.FromTicks(1));
    }

    [Fact]
    public async Task Baggage_goes_from_the_caller_through_workflows_to_their_activities_also_over_a_crash()
    {
        await using var environment = await StartAsync(new TracingInterceptor());
        using SpanCollector spans = new();
        spans.Root.AddBaggage("tenant", "acme & sons, Zürich");
        spans.Root.AddBaggage("no token", "left out");
        await RunErrandAsync(environment, () => environment.RestartAsync(Cancellation));
        var activities = spans.Spans.Where(static s => s.DisplayName == "RunActivity:Run").ToList();
        Assert.Equal(2, activities.Count);
        Assert.All(activities, static s => Assert.Equal([KeyValuePair.Create<string, string?>("tenant", "acme & sons, Zürich")], s.Baggage));
    }

    [Fact]
    public async Task Baggage_beyond_its_bounds_is_left_out()
    {
        await using var environment = await StartAsync(new TracingInterceptor());
        using SpanCollector spans = new();
        for (var i = 0; i < 100; i++)
        {
            spans.Root.AddBaggage($"key-{i}", new string('x', i < 50 ? 1_000 : 10));
        }

        await RunErrandAsync(environment, static () => Task.CompletedTask);
        var baggage = spans.Spans.First(static s => s.DisplayName == "RunActivity:Run").Baggage.ToList();
        Assert.InRange(baggage.Count, 50, 64);
        Assert.InRange(baggage.Sum(static b => b.Key.Length + b.Value!.Length), 0, 8_192);
    }

    [Fact]
    public async Task Crashes_and_the_replays_after_them_double_no_span()
    {
        await using var environment = await StartAsync(new TracingInterceptor());
        using SpanCollector spans = new();
        await RunErrandAsync(environment, () => environment.RestartAsync(Cancellation));
        string[] names = [.. spans.Spans.Select(static s => s.DisplayName).Order(StringComparer.Ordinal)];
        Assert.Equal(WholeErrand.Select(static l => l.Split(' ')[0]), names);
        Assert.All(spans.Spans, s => Assert.Equal(spans.Root.TraceId, s.TraceId));
    }

    [Fact]
    public async Task A_run_whose_code_state_is_never_kept_makes_each_span_once()
    {
        await using var environment = await StartAsync(static e => e.ConfigureWorker(static w => w.Options = w.Options with { CachedRuns = 0 }), new TracingInterceptor());
        using SpanCollector spans = new();
        await RunErrandAsync(environment, static () => Task.CompletedTask);
        Assert.Equal(WholeErrand.Length, spans.Spans.Count);
    }

    [Fact]
    public async Task Failures_show_in_spans_and_benign_ones_are_no_errors()
    {
        await using var environment = await StartAsync(new TracingInterceptor());
        using SpanCollector spans = new();
        var failing = true;
        environment.MockActivity((ErrandActivities a) => a.LaterAsync(), string () => throw new ApplicationFailureException("no", category: failing ? FailureCategory.Unspecified : FailureCategory.Benign, nonRetryable: true));
        await Assert.ThrowsAsync<WorkflowFailedException>(() => environment.Client.ExecuteWorkflowAsync((LaterErrand w) => w.RunAsync(), cancellationToken: Cancellation));
        Assert.Equal(ActivityStatusCode.Error, spans["RunActivity:Later"].Status);
        Assert.Equal(ActivityStatusCode.Error, spans["CompleteWorkflow:LaterErrand"].Status);
        failing = false;
        await Assert.ThrowsAsync<WorkflowFailedException>(() => environment.Client.ExecuteWorkflowAsync((LaterErrand w) => w.RunAsync(), cancellationToken: Cancellation));
        Assert.Single(spans.Spans, static s => s.DisplayName == "RunActivity:Later" && s.Status == ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task A_bug_in_workflow_code_shows_as_a_failed_task_and_an_activity_that_completes_later_as_no_failure()
    {
        var isMended = false;
        await using var environment = await StartAsync(
            e => e.ConfigureWorker(w => w.AddWorkflow<string>("buggy", async _ =>
            {
                await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
                return isMended ? "mended" : throw new InvalidOperationException("a bug");
            })),
            new TracingInterceptor());
        using SpanCollector spans = new();
        var buggy = await environment.Client.StartWorkflowAsync("buggy", [], cancellationToken: Cancellation);
        var later = await environment.Client.StartWorkflowAsync((LaterErrand w) => w.RunAsync(), cancellationToken: Cancellation);
        await environment.AdvanceAsync(TimeSpan.FromMinutes(1));
        isMended = true;
        Assert.Equal("mended", await buggy.ResultAsync<string>(cancellationToken: Cancellation));
        Assert.All(spans.Spans.Where(static s => s.DisplayName == "WorkflowTaskFailure:buggy"), static s => Assert.Equal(ActivityStatusCode.Error, s.Status));
        Assert.Contains(spans.Spans, static s => s.DisplayName == "WorkflowTaskFailure:buggy");
        Assert.Single(spans.Spans, static s => s.DisplayName == "RunWorkflow:buggy");
        Assert.Equal(ActivityStatusCode.Unset, spans["CompleteWorkflow:buggy"].Status);
        Assert.Equal(ActivityStatusCode.Unset, spans["RunActivity:Later"].Status);
        await later.TerminateAsync(cancellationToken: Cancellation);
    }

    [Fact]
    public async Task The_state_of_a_trace_travels_along()
    {
        await using var environment = await StartAsync(new TracingInterceptor());
        using SpanCollector spans = new();
        spans.Root.TraceStateString = "vendor=value";
        await environment.Client.StartWorkflowAsync((LaterErrand w) => w.RunAsync(), cancellationToken: Cancellation);
        await environment.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal("vendor=value", spans["RunActivity:Later"].TraceStateString);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"traceparent\":7}")]
    [InlineData("{\"traceparent\":\"00-zz-zz-01\"}")]
    [InlineData("{")]
    public async Task A_trace_header_that_cannot_be_read_is_left_alone(string header)
    {
        await using var environment = await StartAsync(new TracingInterceptor(), new Stamping(header));
        using SpanCollector spans = new();
        var handle = await environment.Client.StartWorkflowAsync((ErrandChild w) => w.RunAsync(), cancellationToken: Cancellation);
        await handle.SignalAsync(w => w.Go(), cancellationToken: Cancellation);
        Assert.NotEmpty(await handle.ResultAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_refused_update_shows_as_failed_in_its_validation()
    {
        await using var environment = await StartAsync(new TracingInterceptor());
        using SpanCollector spans = new();
        var handle = await environment.Client.StartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), cancellationToken: Cancellation);
        await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => handle.ExecuteUpdateAsync(w => w.NameAsync(string.Empty), cancellationToken: Cancellation));
        Assert.Equal(ActivityStatusCode.Error, spans["ValidateUpdate:Name"].Status);
        Assert.DoesNotContain(spans.Spans, static s => s.DisplayName == "HandleUpdate:Name");
    }

    [Fact]
    public async Task Runs_that_were_begun_untraced_follow_their_history_while_somebody_listens_and_the_other_way_round()
    {
        await using var environment = await StartAsync(new TracingInterceptor());
        var before = await BeginAsync(environment, "before");
        using (SpanCollector spans = new())
        {
            await environment.RestartAsync(Cancellation);
            await before.SignalAsync(w => w.Release(), cancellationToken: Cancellation);
            await before.ResultAsync(cancellationToken: Cancellation);
            await BeginAsync(environment, "after");
        }

        await environment.RestartAsync(Cancellation);
        var after = environment.Client.GetWorkflowHandle<Errand>("after");
        await after.SignalAsync(w => w.Release(), cancellationToken: Cancellation);
        await after.ResultAsync(cancellationToken: Cancellation);
        foreach (var id in (string[])["before", "after"])
        {
            await foreach (var historyEvent in environment.Client.GetWorkflowHandle(id, (id == "before" ? before : after).RunId).FetchHistoryAsync(Cancellation))
            {
                Assert.IsNotType<WorkflowTaskFailed>(historyEvent.Attributes);
            }
        }
    }

    [Fact]
    public async Task Nothing_is_sent_along_while_nobody_listens_to_the_trace()
    {
        await using var environment = await StartAsync(new TracingInterceptor());
        var handle = await BeginAsync(environment, "e");
        await foreach (var historyEvent in handle.FetchHistoryAsync(Cancellation))
        {
            Assert.Empty((historyEvent.Attributes as WorkflowExecutionStarted)?.Header ?? PayloadMap.Empty);
        }
    }

    private static async Task<WorkflowHandle<Errand, string>> BeginAsync(WorkflowEnvironment environment, string id)
    {
        var handle = await environment.Client.StartWorkflowAsync((Errand w) => w.RunAsync(string.Empty), new WorkflowOptions { Id = id }, Cancellation);
        await handle.ExecuteUpdateAsync(w => w.NameAsync("bob"), cancellationToken: Cancellation);
        return handle;
    }

    private static async Task RunErrandAsync(WorkflowEnvironment environment, Func<Task> between)
    {
        var handle = await BeginAsync(environment, "e");
        await between();
        await handle.QueryAsync(w => w.State("who"), Cancellation);
        await environment.AdvanceAsync(TimeSpan.FromHours(2));
        await between();
        await handle.SignalAsync(w => w.Release(), cancellationToken: Cancellation);
        await handle.ResultAsync(cancellationToken: Cancellation);
        await between();
    }

    private sealed class Stamping(string header) : IClientInterceptor
    {
        public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor next) => new Client(next, header);

        private sealed class Client(ClientOutboundInterceptor next, string header) : ClientOutboundInterceptor(next)
        {
            public override Task<StartedRun> StartWorkflowAsync(StartWorkflowInput input, CancellationToken cancellationToken) =>
                base.StartWorkflowAsync(input with { Headers = input.Headers.With(TracingInterceptor.HeaderName, new Payload(Payload.JsonEncoding, System.Text.Encoding.UTF8.GetBytes(header))) }, cancellationToken);
        }
    }
}
