using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A workflow is started together with a signal, or an open one is signaled.</summary>
/// <param name="Start">The start.</param>
/// <param name="Signal">The signal's name.</param>
/// <param name="SignalArguments">The signal's arguments.</param>
public sealed record SignalWithStartInput(StartWorkflowInput Start, string Signal, IReadOnlyList<CallArgument> SignalArguments)
{
    /// <summary>What goes along with the signal; what goes along with the start is in <see cref="Start"/>. Passes the codecs.</summary>
    public PayloadMap SignalHeaders { get; init; } = PayloadMap.Empty;
}
