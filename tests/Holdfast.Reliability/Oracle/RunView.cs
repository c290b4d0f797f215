using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>What can be seen of a workflow's newest run.</summary>
/// <param name="WorkflowId">The workflow.</param>
/// <param name="Start">When it started.</param>
/// <param name="Status">Its status.</param>
/// <param name="Close">When it closed; null while it is open.</param>
/// <param name="Seen">What its code answers to a query; null when nobody asks it.</param>
/// <param name="Note">Its memo.</param>
/// <param name="Attribute">Its search attribute.</param>
/// <param name="Priority">The key of its priority.</param>
/// <param name="Activities">What is pending.</param>
/// <param name="Children">The IDs of children that have not ended.</param>
/// <param name="Events">How many events of each type its history has, without those of which the engine decides alone.</param>
internal sealed record RunView(
    string WorkflowId,
    TimeSpan Start,
    WorkflowExecutionStatus Status,
    TimeSpan? Close,
    string? Seen,
    string? Note,
    long? Attribute,
    int Priority,
    IEnumerable<string> Activities,
    IEnumerable<string> Children,
    IReadOnlyDictionary<EventType, int> Events)
{
    /// <summary>How often code is given news is the engine's affair, and so is what an outcome brings with it.</summary>
    public static bool Counts(EventType type) => type is not (EventType.WorkflowTaskScheduled or EventType.WorkflowTaskStarted or EventType.WorkflowTaskCompleted or EventType.WorkflowTaskFailed or EventType.WorkflowTaskTimedOut or EventType.ActivityTaskStarted);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{WorkflowId} {Row} seen [{Seen}] note {Note} priority {Priority} activities [{Text(Activities)}] children [{Text(Children)}] events [{string.Join(' ', Events.Where(e => e.Value > 0).OrderBy(e => e.Key).Select(e => $"{e.Key}={e.Value}"))}]");

    /// <summary>What a list shows of it.</summary>
    public string Row => string.Create(CultureInfo.InvariantCulture, $"@{Start.TotalMilliseconds} {Status} closed {Close?.TotalMilliseconds} amount {Attribute}");

    private static string Text(IEnumerable<string> parts) => string.Join(", ", parts.Order(StringComparer.Ordinal));
}
