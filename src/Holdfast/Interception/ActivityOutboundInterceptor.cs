using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>What an activity attempt asks of its <see cref="ActivityContext"/>. Derive from it and override what is to be intercepted.</summary>
/// <remarks>Threading: safe from any thread, as the context is.</remarks>
public abstract class ActivityOutboundInterceptor
{
    private readonly ActivityOutboundInterceptor? _next;

    /// <summary>Creates an interceptor around another.</summary>
    /// <param name="next">What is to be called.</param>
    protected ActivityOutboundInterceptor(ActivityOutboundInterceptor next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _next = next;
    }

    /// <summary>Creates the innermost one.</summary>
    protected ActivityOutboundInterceptor()
    {
    }

    /// <summary>The attempt.</summary>
    public virtual ActivityInfo Info => Next.Info;

    private ActivityOutboundInterceptor Next
    {
        get
        {
            Invariant.That(_next is not null, "the innermost interceptor overrides every member");
            return _next;
        }
    }

    /// <summary>Says that the attempt is alive.</summary>
    public virtual void Heartbeat(HeartbeatInput input) => Next.Heartbeat(input);
}
