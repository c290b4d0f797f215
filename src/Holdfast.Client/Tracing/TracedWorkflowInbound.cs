using System.Diagnostics;
using Holdfast.Protocol;
using TraceContext = System.Diagnostics.ActivityContext;

namespace Holdfast.Interception;

/// <summary>Spans for what comes in to workflow code: below the start of the run, linked to whoever sent it.</summary>
/// <remarks>Nothing here awaits: that would add steps to workflow code, and whether somebody listens must make no difference to a replay.</remarks>
internal sealed class TracedWorkflowInbound(WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
{
    private static TraceContext Start => TraceHeader.Read(Workflow.Info.Headers);

    public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new TracedWorkflowOutbound(outbound));

    public override Task<Payloads> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
    {
        var workflowType = Workflow.Info.WorkflowType;
        var span = WorkflowSpans.Emit($"RunWorkflow:{workflowType}", ActivityKind.Server, Start);
        var execution = WorkflowSpans.Below(span, () => base.ExecuteWorkflowAsync(input));
        Follow(execution, ended => Completed(workflowType, span, ended));
        return execution;
    }

    public override Task HandleSignalAsync(HandleSignalInput input)
    {
        var span = WorkflowSpans.Emit($"HandleSignal:{input.Signal}", ActivityKind.Server, Start, TraceHeader.Read(input.Headers));
        var handling = WorkflowSpans.Below(span, () => base.HandleSignalAsync(input));
        Follow(handling, ended => Failed("CompleteWorkflow", Workflow.Info.WorkflowType, span, ended));
        return handling;
    }

    public override void ValidateUpdate(HandleUpdateInput input)
    {
        try
        {
            base.ValidateUpdate(input);
            Validated(input, null);
        }
        catch (Exception exception)
        {
            Validated(input, exception);
            throw;
        }
    }

    public override Task<Payloads> HandleUpdateAsync(HandleUpdateInput input)
    {
        var span = WorkflowSpans.Emit($"HandleUpdate:{input.Update}", ActivityKind.Server, Start, TraceHeader.Read(input.Headers));
        var handling = WorkflowSpans.Below(span, () => base.HandleUpdateAsync(input));
        Follow(handling, ended => Failed("CompleteUpdate", input.Update, span, ended));
        return handling;
    }

    public override Payloads HandleQuery(HandleQueryInput input)
    {
        try
        {
            var answer = base.HandleQuery(input);
            Answered(input, null);
            return answer;
        }
        catch (Exception exception)
        {
            Answered(input, exception);
            throw;
        }
    }

    private static void Validated(HandleUpdateInput input, Exception? failure) =>
        WorkflowSpans.Emit($"ValidateUpdate:{input.Update}", ActivityKind.Server, Start, TraceHeader.Read(input.Headers), failure);

    private static void Answered(HandleQueryInput input, Exception? failure) =>
        WorkflowSpans.Emit($"HandleQuery:{input.Query}", ActivityKind.Server, Start, TraceHeader.Read(input.Headers), failure, evenOnReplay: true);

    private static void Completed(string workflowType, TraceContext span, Task ended)
    {
        if (ended.IsCompletedSuccessfully)
        {
            WorkflowSpans.Emit($"CompleteWorkflow:{workflowType}", ActivityKind.Internal, span);
        }
        else
        {
            Failed("CompleteWorkflow", workflowType, span, ended);
        }
    }

    /// <summary>What fails neither workflow nor update fails the workflow task, which is tried again.</summary>
    private static void Failed(string completed, string what, TraceContext span, Task ended)
    {
        if (ended.IsCompletedSuccessfully || ended.Exception?.GetBaseException() is ContinueAsNewException)
        {
            return;
        }

        var exception = ended.Exception?.GetBaseException() ?? new OperationCanceledException();
        var endsIt = exception is OperationCanceledException || WorkflowContext.Require().FailsWorkflow(exception);
        WorkflowSpans.Emit($"{(endsIt ? completed : "WorkflowTaskFailure")}:{what}", ActivityKind.Internal, span, failure: exception);
    }

    /// <summary>Looks at how code ended, at once and on its own thread, without a step in between.</summary>
    private static void Follow(Task code, Action<Task> ended)
    {
        if (code.IsCompleted)
        {
            ended(code);
        }
        else
        {
            _ = code.ContinueWith(static (t, state) => ((Action<Task>)state!)(t), ended, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Current);
        }
    }
}
