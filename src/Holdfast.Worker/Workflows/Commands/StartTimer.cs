using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Asks for a timer.</summary>
internal sealed class StartTimer(StartTimerCommand command) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) => recorded.Attributes is TimerStarted started && string.Equals(started.TimerId, command.TimerId, StringComparison.Ordinal);

    public override string Describe() => $"starts timer {command.TimerId} ({command.StartToFireTimeout})";

    protected override Command Build() => command;
}
