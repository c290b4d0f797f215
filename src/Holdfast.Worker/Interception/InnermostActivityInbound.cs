using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Where what comes in to an attempt arrives: the activity itself.</summary>
internal sealed class InnermostActivityInbound(ActivityAttempt attempt) : ActivityInboundInterceptor
{
    /// <summary>What the activity's calls go through; null before <see cref="Init"/>.</summary>
    public ActivityOutboundInterceptor? Outbound { get; private set; }

    public override void Init(ActivityOutboundInterceptor outbound) => Outbound = outbound;

    public override Task<Payloads> ExecuteActivityAsync(ExecuteActivityInput input) =>
        input.Activity.Invoke(input.Instance, new InvocationArguments(input.Arguments.Payloads, attempt.Converter, attempt.ActivityTask.ActivityType), attempt.CancellationToken);
}
