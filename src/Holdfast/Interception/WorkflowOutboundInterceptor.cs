using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>What goes out from the code of one run: everything durable that it asks for. Derive from it and override what is to be intercepted.</summary>
/// <remarks>This is workflow code, with the rules of <see cref="WorkflowInboundInterceptor"/>. What it gives must not depend on whether history is replayed.</remarks>
public abstract class WorkflowOutboundInterceptor
{
    private readonly WorkflowOutboundInterceptor? _next;

    /// <summary>Creates an interceptor around another.</summary>
    /// <param name="next">What is to be called.</param>
    protected WorkflowOutboundInterceptor(WorkflowOutboundInterceptor next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _next = next;
    }

    /// <summary>Creates the innermost one.</summary>
    protected WorkflowOutboundInterceptor()
    {
    }

    private WorkflowOutboundInterceptor Next
    {
        get
        {
            Invariant.That(_next is not null, "the innermost interceptor overrides every member");
            return _next;
        }
    }

    /// <summary>Schedules an activity and waits for its end.</summary>
    /// <typeparam name="TResult">Type of the result; for an activity without result a type of the worker's own.</typeparam>
    public virtual Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input) => Next.ScheduleActivityAsync<TResult>(input);

    /// <summary>Runs a local activity and waits for its end.</summary>
    /// <typeparam name="TResult">Type of the result; for an activity without result a type of the worker's own.</typeparam>
    public virtual Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input) => Next.ScheduleLocalActivityAsync<TResult>(input);

    /// <summary>Starts a child workflow and waits until it has started.</summary>
    public virtual Task<StartedChild> StartChildWorkflowAsync(StartChildWorkflowInput input) => Next.StartChildWorkflowAsync(input);

    /// <summary>Sends a signal to another workflow, a child or an external one, and waits until it has it.</summary>
    public virtual Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input) => Next.SignalExternalWorkflowAsync(input);

    /// <summary>Asks another workflow, a child or an external one, to cancel and waits until it has been asked.</summary>
    public virtual Task CancelExternalWorkflowAsync(CancelExternalWorkflowInput input) => Next.CancelExternalWorkflowAsync(input);

    /// <summary>Waits for a durable timer.</summary>
    public virtual Task DelayAsync(DelayInput input) => Next.DelayAsync(input);

    /// <summary>Makes the exception that ends the run and starts another.</summary>
    public virtual ContinueAsNewException ContinueAsNew(ContinueAsNewInput input) => Next.ContinueAsNew(input);

    /// <summary>Changes search attributes.</summary>
    public virtual void UpsertSearchAttributes(UpsertSearchAttributesInput input) => Next.UpsertSearchAttributes(input);

    /// <summary>Changes the memo.</summary>
    public virtual void UpsertMemo(UpsertMemoInput input) => Next.UpsertMemo(input);

    /// <summary>Decides whether the code takes the new way of a patch.</summary>
    public virtual bool UsePatch(UsePatchInput input) => Next.UsePatch(input);
}
