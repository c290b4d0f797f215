using System.Diagnostics;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A span around each call that begins something in a workflow.</summary>
internal sealed class TracedClient(ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
{
    public override Task<StartedRun> StartWorkflowAsync(StartWorkflowInput input, CancellationToken cancellationToken) => Spans.AreWanted
        ? TracedAsync($"StartWorkflow:{input.WorkflowType}", input.Options.Id, null, c => base.StartWorkflowAsync(input with { Headers = TraceHeader.Write(input.Headers, c, TraceBaggage.Current) }, cancellationToken))
        : base.StartWorkflowAsync(input, cancellationToken);

    public override Task<(string Id, RunId RunId)> StartActivityAsync(StartActivityInput input, CancellationToken cancellationToken) => Spans.AreWanted
        ? TracedAsync($"StartActivity:{input.ActivityType}", null, null, c => base.StartActivityAsync(input with { Headers = TraceHeader.Write(input.Headers, c, TraceBaggage.Current) }, cancellationToken))
        : base.StartActivityAsync(input, cancellationToken);

    public override Task<StartedRun> SignalWithStartWorkflowAsync(SignalWithStartInput input, CancellationToken cancellationToken) => Spans.AreWanted
        ? TracedAsync($"SignalWithStartWorkflow:{input.Start.WorkflowType}", input.Start.Options.Id, null, c => base.SignalWithStartWorkflowAsync(input with { Start = Traced(input.Start, c), SignalHeaders = TraceHeader.Write(input.SignalHeaders, c, TraceBaggage.Current) }, cancellationToken))
        : base.SignalWithStartWorkflowAsync(input, cancellationToken);

    public override Task<(StartedRun Run, SentUpdate Update)> UpdateWithStartWorkflowAsync(UpdateWithStartInput input, CancellationToken cancellationToken) => Spans.AreWanted
        ? TracedAsync($"UpdateWithStartWorkflow:{input.Start.WorkflowType}", input.Start.Options.Id, input.UpdateOptions.UpdateId, c => base.UpdateWithStartWorkflowAsync(input with { Start = Traced(input.Start, c), UpdateHeaders = TraceHeader.Write(input.UpdateHeaders, c, TraceBaggage.Current) }, cancellationToken))
        : base.UpdateWithStartWorkflowAsync(input, cancellationToken);

    public override Task SignalWorkflowAsync(SignalWorkflowInput input, CancellationToken cancellationToken) => Spans.AreWanted
        ? TracedAsync(
            $"SignalWorkflow:{input.Signal}",
            input.Execution.WorkflowId,
            null,
            async c =>
            {
                await base.SignalWorkflowAsync(input with { Headers = TraceHeader.Write(input.Headers, c, TraceBaggage.Current) }, cancellationToken);
                return true;
            })
        : base.SignalWorkflowAsync(input, cancellationToken);

    public override Task<Payloads> QueryWorkflowAsync(QueryWorkflowInput input, CancellationToken cancellationToken) => Spans.AreWanted
        ? TracedAsync($"QueryWorkflow:{input.Query}", input.Execution.WorkflowId, null, c => base.QueryWorkflowAsync(input with { Headers = TraceHeader.Write(input.Headers, c, TraceBaggage.Current) }, cancellationToken))
        : base.QueryWorkflowAsync(input, cancellationToken);

    public override Task<SentUpdate> StartWorkflowUpdateAsync(UpdateWorkflowInput input, CancellationToken cancellationToken) => Spans.AreWanted
        ? TracedAsync($"UpdateWorkflow:{input.Update}", input.Execution.WorkflowId, input.Options.UpdateId, c => base.StartWorkflowUpdateAsync(input with { Headers = TraceHeader.Write(input.Headers, c, TraceBaggage.Current) }, cancellationToken))
        : base.StartWorkflowUpdateAsync(input, cancellationToken);

    private static StartWorkflowInput Traced(StartWorkflowInput start, System.Diagnostics.ActivityContext context) => start with { Headers = TraceHeader.Write(start.Headers, context, TraceBaggage.Current) };

    private static async Task<T> TracedAsync<T>(string name, string? workflowId, string? updateId, Func<System.Diagnostics.ActivityContext, Task<T>> call)
    {
        using var span = Spans.Source.StartActivity(name, ActivityKind.Client);
        span?.SetTag(TracingTags.WorkflowId, workflowId);
        if (updateId is not null)
        {
            span?.SetTag(TracingTags.UpdateId, updateId);
        }

        try
        {
            return await call(Activity.Current?.Context ?? default);
        }
        catch (Exception exception)
        {
            Spans.Fail(span, exception);
            throw;
        }
    }
}
