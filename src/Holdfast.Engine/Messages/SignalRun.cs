using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A signal. A request ID seen before is accepted and changes nothing.</summary>
public sealed record SignalRun(string SignalName, Payloads Input, PayloadMap Header, string Identity, string RequestId) : RunMessage
{
    /// <summary>True when the first workflow task waits no longer, whatever it waited for: somebody signaled and would have started the run. Any other signal waits with it.</summary>
    public bool EndsFirstDelay { get; init; }
}
