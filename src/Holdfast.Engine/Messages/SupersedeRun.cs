using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run is reset: it is terminated when it is open, and knows the run that came of the reset.</summary>
/// <param name="NewRunId">The run that came of the reset.</param>
/// <param name="Reason">Why.</param>
public sealed record SupersedeRun(RunId NewRunId, string Reason) : RunMessage
{
    /// <summary>The request to reset it.</summary>
    public string RequestId { get; init; } = string.Empty;
}
