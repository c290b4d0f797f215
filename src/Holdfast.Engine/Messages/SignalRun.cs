using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A signal. A request ID seen before is accepted and changes nothing.</summary>
public sealed record SignalRun(string SignalName, Payloads Input, PayloadMap Header, string Identity, string RequestId) : RunMessage
{
    /// <summary>True when a start delay goes on: the signal came with the start.</summary>
    public bool KeepsStartDelay { get; init; }
}
