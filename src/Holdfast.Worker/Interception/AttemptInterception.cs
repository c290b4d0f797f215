using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The interceptors around one activity attempt.</summary>
internal sealed class AttemptInterception
{
    private readonly ActivityAttempt _attempt;
    private readonly ActivityInboundInterceptor _inbound;

    private AttemptInterception(ActivityAttempt attempt, ActivityInboundInterceptor inbound, ActivityOutboundInterceptor outbound)
    {
        _attempt = attempt;
        _inbound = inbound;
        Outbound = outbound;
    }

    /// <summary>What the activity's calls go through.</summary>
    public ActivityOutboundInterceptor Outbound { get; }

    /// <summary>The interceptors around an attempt; null when none wants to be.</summary>
    public static AttemptInterception? Of(ActivityAttempt attempt, IReadOnlyList<IWorkerInterceptor> registered)
    {
        var active = ActiveInterceptors.Of(registered);
        if (active.Count == 0)
        {
            return null;
        }

        var innermost = new InnermostActivityInbound(attempt);
        var chain = InterceptorChain.Around<IWorkerInterceptor, ActivityInboundInterceptor>(active, innermost, static (i, next) => i.InterceptActivity(next));
        if (ReferenceEquals(chain, innermost))
        {
            return null;
        }

        chain.Init(new InnermostActivityOutbound(attempt));
        return new AttemptInterception(attempt, chain, innermost.Outbound ?? throw ActiveInterceptors.InitNotPassedOn(chain));
    }

    public Task<Payloads> ExecuteAsync(ActivityDefinition activity, object? instance)
    {
        var task = _attempt.ActivityTask;
        return _inbound.ExecuteActivityAsync(new ExecuteActivityInput(activity, instance, new RawArguments(task.Input, _attempt.Converter), _attempt.Converter.Decode(task.Header, PayloadUse.Header)));
    }
}
