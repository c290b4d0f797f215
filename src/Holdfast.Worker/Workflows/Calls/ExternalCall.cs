using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Workflow code talks to another workflow.</summary>
internal static class ExternalCall
{
    public static Task SignalAsync(WorkflowRun run, ExternalWorkflowTarget target, CapturedCall call, PayloadMap headers)
    {
        run.RequireActing();
        var converter = run.Converters.OfChild(string.Empty, target.WorkflowId);
        var command = new SignalExternalWorkflowExecutionCommand
        {
            WorkflowId = target.WorkflowId,
            RunId = target.RunId,
            SignalName = call.Name,
            Input = CallArgument.ToPayloads(call.Arguments, converter),
            Header = converter.Encode(headers, PayloadUse.Header),
            ChildWorkflowOnly = target.IsChild,
        };
        var pending = new PendingExternalCall(run);
        pending.Begin(new SignalExternal(command, pending));
        return pending.Delivery;
    }

    public static Task CancelAsync(WorkflowRun run, ExternalWorkflowTarget target, string reason)
    {
        run.RequireActing();
        var command = new RequestCancelExternalWorkflowExecutionCommand
        {
            WorkflowId = target.WorkflowId,
            RunId = target.RunId,
            Reason = reason,
            ChildWorkflowOnly = target.IsChild,
        };
        var pending = new PendingExternalCall(run);
        pending.Begin(new RequestCancelExternal(command, pending));
        return pending.Delivery;
    }
}
