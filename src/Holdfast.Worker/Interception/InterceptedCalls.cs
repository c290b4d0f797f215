using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The requests of workflow code in the terms of interceptors.</summary>
internal static class InterceptedCalls
{
    private static readonly ActivityOptions NoActivityOptions = new();
    private static readonly LocalActivityOptions NoLocalActivityOptions = new();
    private static readonly ChildWorkflowOptions NoChildOptions = new();

    public static Task<TResult> ScheduleActivityAsync<TResult>(this WorkflowOutboundInterceptor outbound, CapturedCall call, ActivityOptions? options) =>
        outbound.ScheduleActivityAsync<TResult>(new ScheduleActivityInput(call.Name, call.Activity, call.Arguments, options ?? NoActivityOptions, PayloadMap.Empty));

    public static Task<TResult> ScheduleLocalActivityAsync<TResult>(this WorkflowOutboundInterceptor outbound, CapturedCall call, LocalActivityOptions? options) =>
        outbound.ScheduleLocalActivityAsync<TResult>(new ScheduleLocalActivityInput(call.Name, call.Activity, call.Arguments, options ?? NoLocalActivityOptions, PayloadMap.Empty));

    public static Task<StartedChild> StartChildWorkflowAsync(this WorkflowOutboundInterceptor outbound, CapturedCall call, ChildWorkflowOptions? options) =>
        outbound.StartChildWorkflowAsync(new StartChildWorkflowInput(call.Name, call.Arguments, options ?? NoChildOptions, PayloadMap.Empty));

    public static Task SignalExternalWorkflowAsync(this WorkflowOutboundInterceptor outbound, ExternalWorkflowTarget target, CapturedCall call) =>
        outbound.SignalExternalWorkflowAsync(new SignalExternalWorkflowInput(target, call.Name, call.Arguments, PayloadMap.Empty));

    public static ContinueAsNewException ContinueAsNew(this WorkflowOutboundInterceptor outbound, CapturedCall call, ContinueAsNewOptions? options) =>
        outbound.ContinueAsNew(new ContinueAsNewInput(call.Name, call.Arguments, options, PayloadMap.Empty));
}
