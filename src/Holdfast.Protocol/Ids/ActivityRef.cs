namespace Holdfast.Protocol;

/// <summary>Names one attempt of one activity; what a worker shows when it reports about the attempt.</summary>
/// <param name="Workflow">The workflow that scheduled the activity.</param>
/// <param name="RunId">The run that scheduled it.</param>
/// <param name="ScheduledEventId">Event ID of its ActivityTaskScheduled event; of a local activity its number, negative.</param>
/// <param name="Attempt">The attempt, from 1. A report about any but the current attempt is refused.</param>
public readonly record struct ActivityRef(WorkflowKey Workflow, RunId RunId, long ScheduledEventId, int Attempt)
{
    /// <summary>
    /// The key under which the activity should ask outside systems to deduplicate its effect. It is the same for every attempt, and differs for every
    /// scheduled activity: run ID, a colon, and the scheduled event ID.
    /// </summary>
    public string IdempotencyKey => string.Create(null, stackalloc char[64], $"{RunId.Value:N}:{ScheduledEventId}");
}
