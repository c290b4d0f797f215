using System.Collections.Concurrent;
using System.Diagnostics;
using Holdfast.Interception;
using Holdfast.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Holdfast.Hosting.Tests;

public sealed class InterceptorTests
{
    [Fact]
    public async Task A_hosts_client_and_worker_pass_the_interceptors_of_options_and_services_in_order()
    {
        Journey journey = new();
        Noting first = new(journey) { Name = "options" };
        using var host = await StartAsync(journey, options => options.Interceptors.Add(first), static builder => builder.AddInterceptor<Noting>());
        await host.Services.GetRequiredService<IHoldfastClient>().ExecuteWorkflowAsync((CountingWorkflow w) => w.RunAsync(0, false));
        await host.StopAsync();
        Assert.Equal(["options client", "services client", "options workflow", "services workflow"], journey.Steps);
    }

    [Fact]
    public async Task A_host_traces_while_somebody_listens()
    {
        using Activity root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        ConcurrentQueue<string> spans = new();
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == TracingInterceptor.SourceName,
            Sample = (ref ActivityCreationOptions<System.Diagnostics.ActivityContext> options) => options.TraceId == root.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = span =>
            {
                if (span.TraceId == root.TraceId)
                {
                    spans.Enqueue(span.DisplayName);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var host = await StartAsync(new Journey(), static _ => { }, static _ => { });
        await host.Services.GetRequiredService<IHoldfastClient>().ExecuteWorkflowAsync((CountingWorkflow w) => w.RunAsync(1, false));
        await host.StopAsync();
        string[] expected = ["StartWorkflow:CountingWorkflow", "RunWorkflow:CountingWorkflow", "StartActivity:AddOne", "RunActivity:AddOne", "CompleteWorkflow:CountingWorkflow"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), spans.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_class_that_intercepts_nothing_is_refused()
    {
        var refused = Assert.Throws<HoldfastException>(static () => new ServiceCollection().AddHoldfast().AddInterceptor<Journey>());
        Assert.Equal(ErrorCodes.InvalidArgument, refused.Code);
    }

    private static async Task<IHost> StartAsync(Journey journey, Action<HoldfastOptions> configure, Action<HoldfastBuilder> build)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton(journey);
        var holdfast = builder.Services.AddHoldfast(options =>
        {
            options.InMemory = true;
            configure(options);
        });
        build(holdfast.AddAssembly(typeof(CountingWorkflow).Assembly));
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    public sealed class Journey
    {
        public ConcurrentQueue<string> Steps { get; } = new();
    }

    public sealed class Noting(Journey journey) : IClientInterceptor, IWorkerInterceptor
    {
        public string Name { get; init; } = "services";

        public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor next) => new Client(next, this);

        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor next) => new Inbound(next, this);

        private void Note(string step) => journey.Steps.Enqueue($"{Name} {step}");

        private sealed class Client(ClientOutboundInterceptor next, Noting noting) : ClientOutboundInterceptor(next)
        {
            public override Task<StartedRun> StartWorkflowAsync(StartWorkflowInput input, CancellationToken cancellationToken)
            {
                noting.Note("client");
                return base.StartWorkflowAsync(input, cancellationToken);
            }
        }

        private sealed class Inbound(WorkflowInboundInterceptor next, Noting noting) : WorkflowInboundInterceptor(next)
        {
            public override Task<Payloads> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
            {
                noting.Note("workflow");
                return base.ExecuteWorkflowAsync(input);
            }
        }
    }
}
