using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A signal. A request ID seen before is accepted and changes nothing.</summary>
public sealed record SignalRun(string SignalName, Payloads Input, PayloadMap Header, string Identity, string RequestId) : RunMessage;
