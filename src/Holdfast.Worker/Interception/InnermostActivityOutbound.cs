using Holdfast.Interception;

namespace Holdfast.Worker;

/// <summary>Where what an attempt asks of its context arrives: the attempt.</summary>
internal sealed class InnermostActivityOutbound(ActivityAttempt attempt) : ActivityOutboundInterceptor
{
    public override ActivityInfo Info => attempt.OwnInfo;

    public override void Heartbeat(HeartbeatInput input) => attempt.RecordHeartbeat(input.Details);
}
