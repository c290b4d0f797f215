using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>What comes in to one activity attempt. Derive from it and override what is to be intercepted.</summary>
/// <remarks><see cref="ActivityContext.Current"/> is that of the attempt. What is thrown fails the attempt as if its code had thrown it.</remarks>
public abstract class ActivityInboundInterceptor
{
    private readonly ActivityInboundInterceptor? _next;

    /// <summary>Creates an interceptor around another.</summary>
    /// <param name="next">What is to be called.</param>
    protected ActivityInboundInterceptor(ActivityInboundInterceptor next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _next = next;
    }

    /// <summary>Creates the innermost one.</summary>
    protected ActivityInboundInterceptor()
    {
    }

    private ActivityInboundInterceptor Next
    {
        get
        {
            Invariant.That(_next is not null, "the innermost interceptor overrides every member");
            return _next;
        }
    }

    /// <summary>Called before anything else, with what the activity's calls go through. To intercept those, call the base with an interceptor around it.</summary>
    /// <param name="outbound">What the activity's calls go through.</param>
    public virtual void Init(ActivityOutboundInterceptor outbound) => Next.Init(outbound);

    /// <summary>Runs the activity.</summary>
    /// <returns>The serialised result; empty when there is none.</returns>
    public virtual Task<Payloads> ExecuteActivityAsync(ExecuteActivityInput input) => Next.ExecuteActivityAsync(input);
}
