using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>What comes in to the code of one run: its start, signals, updates and queries. Derive from it and override what is to be intercepted.</summary>
/// <remarks>
/// This is workflow code, with the same rules: it is replayed, uses <see cref="Workflow"/> in place of clocks and random numbers, and awaits nothing else. An
/// override that awaits the next one ends a step later than it; between branches that run at the same time this can change an order, so a new interceptor is
/// a change of code for the runs that are under way.
/// </remarks>
public abstract class WorkflowInboundInterceptor
{
    private readonly WorkflowInboundInterceptor? _next;

    /// <summary>Creates an interceptor around another.</summary>
    /// <param name="next">What is to be called.</param>
    protected WorkflowInboundInterceptor(WorkflowInboundInterceptor next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _next = next;
    }

    /// <summary>Creates the innermost one.</summary>
    protected WorkflowInboundInterceptor()
    {
    }

    private WorkflowInboundInterceptor Next
    {
        get
        {
            Invariant.That(_next is not null, "the innermost interceptor overrides every member");
            return _next;
        }
    }

    /// <summary>Called before anything else, with what the code's requests go through. To intercept those, call the base with an interceptor around it.</summary>
    /// <param name="outbound">What the code's requests go through.</param>
    public virtual void Init(WorkflowOutboundInterceptor outbound) => Next.Init(outbound);

    /// <summary>Runs the workflow's code.</summary>
    /// <returns>The serialised result; empty when there is none.</returns>
    public virtual Task<Payloads> ExecuteWorkflowAsync(ExecuteWorkflowInput input) => Next.ExecuteWorkflowAsync(input);

    /// <summary>Runs the handler of a signal.</summary>
    public virtual Task HandleSignalAsync(HandleSignalInput input) => Next.HandleSignalAsync(input);

    /// <summary>Runs the validator of an update, also where there is none; what it throws refuses the update. Not called during replay. It may look only.</summary>
    public virtual void ValidateUpdate(HandleUpdateInput input) => Next.ValidateUpdate(input);

    /// <summary>Runs the handler of an update that was accepted.</summary>
    /// <returns>The serialised result; empty when there is none.</returns>
    public virtual Task<Payloads> HandleUpdateAsync(HandleUpdateInput input) => Next.HandleUpdateAsync(input);

    /// <summary>Runs the handler of a query, other than those that Holdfast answers itself. It may look only.</summary>
    /// <returns>The serialised answer.</returns>
    public virtual Payloads HandleQuery(HandleQueryInput input) => Next.HandleQuery(input);
}
