using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Says which run's code was touched by something outside its scheduler.</summary>
/// <param name="runId">The run.</param>
public sealed class ForeignContinuationEventArgs(RunId runId) : EventArgs
{
    /// <summary>The run.</summary>
    public RunId RunId { get; } = runId;
}
