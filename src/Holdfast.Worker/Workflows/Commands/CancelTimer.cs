using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Cancels a timer.</summary>
internal sealed class CancelTimer(string timerId) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) => recorded.Attributes is TimerCanceled canceled && string.Equals(canceled.TimerId, timerId, StringComparison.Ordinal);

    public override string Describe() => $"cancels timer {timerId}";

    protected override Command Build() => new CancelTimerCommand { TimerId = timerId };
}
