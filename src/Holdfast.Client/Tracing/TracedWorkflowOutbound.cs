using System.Diagnostics;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Spans for what workflow code asks for; what runs elsewhere goes on below them.</summary>
internal sealed class TracedWorkflowOutbound(WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
{
    /// <summary>That of the run's start, which history has: it is the same on replay.</summary>
    private static string Baggage => TraceHeader.ReadBaggage(Workflow.Info.Headers);

    public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) =>
        base.ScheduleActivityAsync<TResult>(input with { Headers = Begin($"StartActivity:{input.ActivityType}", input.Headers) });

    public override Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input) =>
        base.ScheduleLocalActivityAsync<TResult>(input with { Headers = Begin($"StartActivity:{input.ActivityType}", input.Headers) });

    public override Task<StartedChild> StartChildWorkflowAsync(StartChildWorkflowInput input) =>
        base.StartChildWorkflowAsync(input with { Headers = Begin($"StartChildWorkflow:{input.WorkflowType}", input.Headers) });

    public override Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input) =>
        base.SignalExternalWorkflowAsync(input with { Headers = Begin($"{(input.Target.IsChild ? "SignalChildWorkflow" : "SignalExternalWorkflow")}:{input.Signal}", input.Headers) });

    public override ContinueAsNewException ContinueAsNew(ContinueAsNewInput input) =>
        base.ContinueAsNew(input with { Headers = TraceHeader.Write(input.Headers, WorkflowSpans.Current, Baggage) });

    private static PayloadMap Begin(string name, PayloadMap headers) => TraceHeader.Write(headers, WorkflowSpans.Emit(name, ActivityKind.Client, WorkflowSpans.Current), Baggage);
}
