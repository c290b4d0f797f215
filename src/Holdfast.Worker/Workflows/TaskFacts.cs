using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>What is true during one workflow task.</summary>
/// <param name="Time">The workflow's time: when the task started.</param>
/// <param name="StartedEventId">Its WorkflowTaskStarted event.</param>
/// <param name="HistorySizeBytes">Encoded size of the history up to it.</param>
/// <param name="SuggestContinueAsNew">True when the history has grown too long.</param>
/// <param name="IsReplaying">True when the task is replayed from history.</param>
internal readonly record struct TaskFacts(DateTimeOffset Time, long StartedEventId, long HistorySizeBytes, bool SuggestContinueAsNew, bool IsReplaying)
{
    /// <summary>Why the workflow should continue as new.</summary>
    public SuggestContinueAsNewReasons SuggestContinueAsNewReasons { get; init; }
}
