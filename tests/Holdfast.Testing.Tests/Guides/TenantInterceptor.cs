using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>Lets workflows, activities and children run on behalf of the tenant for whom they were asked. The sample of docs/guides/interceptors.md.</summary>
public sealed class TenantInterceptor : IClientInterceptor, IWorkerInterceptor
{
    private const string Header = "tenant";

    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor next) => new FromClient(next);

    public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor next) => new IntoWorkflow(next);

    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor next) => new IntoActivity(next);

    private static PayloadMap Write(PayloadMap headers) => Tenant.Current is { } tenant ? headers.With(Header, JsonDataConverter.Default.ToPayload(tenant)) : headers;

    private static void Read(PayloadMap headers) => Tenant.Current = headers.TryGetValue(Header, out var tenant) ? JsonDataConverter.Default.FromPayload<string>(tenant) : null;

    private sealed class FromClient(ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
    {
        public override Task<StartedRun> StartWorkflowAsync(StartWorkflowInput input, CancellationToken cancellationToken) =>
            base.StartWorkflowAsync(input with { Headers = Write(input.Headers) }, cancellationToken);

        public override Task SignalWorkflowAsync(SignalWorkflowInput input, CancellationToken cancellationToken) =>
            base.SignalWorkflowAsync(input with { Headers = Write(input.Headers) }, cancellationToken);

        public override Task<StartedRun> SignalWithStartWorkflowAsync(SignalWithStartInput input, CancellationToken cancellationToken) =>
            base.SignalWithStartWorkflowAsync(input with { Start = input.Start with { Headers = Write(input.Start.Headers) }, SignalHeaders = Write(input.SignalHeaders) }, cancellationToken);

        public override Task<SentUpdate> StartWorkflowUpdateAsync(UpdateWorkflowInput input, CancellationToken cancellationToken) =>
            base.StartWorkflowUpdateAsync(input with { Headers = Write(input.Headers) }, cancellationToken);

        public override Task<(StartedRun Run, SentUpdate Update)> UpdateWithStartWorkflowAsync(UpdateWithStartInput input, CancellationToken cancellationToken) =>
            base.UpdateWithStartWorkflowAsync(input with { Start = input.Start with { Headers = Write(input.Start.Headers) }, UpdateHeaders = Write(input.UpdateHeaders) }, cancellationToken);

        public override Task<Payloads> QueryWorkflowAsync(QueryWorkflowInput input, CancellationToken cancellationToken) =>
            base.QueryWorkflowAsync(input with { Headers = Write(input.Headers) }, cancellationToken);
    }

    private sealed class IntoWorkflow(WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
    {
        public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new OutOfWorkflow(outbound));

        public override Task<Payloads> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
        {
            Read(input.Headers);
            return base.ExecuteWorkflowAsync(input);
        }

        public override Task HandleSignalAsync(HandleSignalInput input)
        {
            Read(input.Headers);
            return base.HandleSignalAsync(input);
        }

        public override void ValidateUpdate(HandleUpdateInput input)
        {
            Read(input.Headers);
            base.ValidateUpdate(input);
        }

        public override Task<Payloads> HandleUpdateAsync(HandleUpdateInput input)
        {
            Read(input.Headers);
            return base.HandleUpdateAsync(input);
        }

        public override Payloads HandleQuery(HandleQueryInput input)
        {
            Read(input.Headers);
            return base.HandleQuery(input);
        }
    }

    private sealed class OutOfWorkflow(WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
    {
        public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) => base.ScheduleActivityAsync<TResult>(input with { Headers = Write(input.Headers) });

        public override Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input) => base.ScheduleLocalActivityAsync<TResult>(input with { Headers = Write(input.Headers) });

        public override Task<StartedChild> StartChildWorkflowAsync(StartChildWorkflowInput input) => base.StartChildWorkflowAsync(input with { Headers = Write(input.Headers) });

        public override Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input) => base.SignalExternalWorkflowAsync(input with { Headers = Write(input.Headers) });

        public override ContinueAsNewException ContinueAsNew(ContinueAsNewInput input) => base.ContinueAsNew(input with { Headers = Write(input.Headers) });
    }

    private sealed class IntoActivity(ActivityInboundInterceptor next) : ActivityInboundInterceptor(next)
    {
        public override Task<Payloads> ExecuteActivityAsync(ExecuteActivityInput input)
        {
            Read(input.Headers);
            return base.ExecuteActivityAsync(input);
        }
    }
}
