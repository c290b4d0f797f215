using Holdfast.Definitions;
using Holdfast.Interception;

namespace Holdfast.Worker;

/// <summary>Where what goes out from a run's code leaves: the calls that make its commands.</summary>
internal sealed class InnermostWorkflowOutbound(WorkflowRun run) : WorkflowOutboundInterceptor
{
    public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) =>
        ActivityCall.ScheduleAsync<TResult>(run, new CapturedCall(CallKind.Activity, input.ActivityType, input.Definition, input.Arguments), input.Options, input.Headers);

    public override Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input) =>
        LocalActivityCall.ScheduleAsync<TResult>(run, new CapturedCall(CallKind.Activity, input.ActivityType, input.Definition, input.Arguments), input.Options, input.Headers);

    public override Task<StartedChild> StartChildWorkflowAsync(StartChildWorkflowInput input) =>
        ChildCall.StartAsync(run, new CapturedCall(CallKind.Workflow, input.WorkflowType, null, input.Arguments), input.Options, input.Headers);

    public override Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input) =>
        ExternalCall.SignalAsync(run, input.Target, new CapturedCall(CallKind.Signal, input.Signal, null, input.Arguments), input.Headers);

    public override Task CancelExternalWorkflowAsync(CancelExternalWorkflowInput input) => ExternalCall.CancelAsync(run, input.Target, input.Reason);

    public override Task DelayAsync(DelayInput input) => WaitCall.DelayAsync(run, input.Delay, input.Summary, input.CancellationToken);

    public override ContinueAsNewException ContinueAsNew(ContinueAsNewInput input) =>
        new(input.WorkflowType, CallArgument.ToPayloads(input.Arguments, run.Converters.Own), input.Options, input.Headers);

    public override void UpsertSearchAttributes(UpsertSearchAttributesInput input) => UpsertCall.SearchAttributes(run, input.Updates);

    public override void UpsertMemo(UpsertMemoInput input) => UpsertCall.Memo(run, input.Updates);

    public override bool UsePatch(UsePatchInput input)
    {
        run.RequireActing();
        return run.Patches.Use(input.PatchId, input.IsDeprecated);
    }
}
