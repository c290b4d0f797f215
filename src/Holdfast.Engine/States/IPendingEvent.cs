namespace Holdfast.Engine;

/// <summary>Something that a run waits for, begun by an event.</summary>
public interface IPendingEvent
{
    /// <summary>The event that began it.</summary>
    long EventId { get; }

    /// <summary>The name that commands use for it: activity ID, timer ID or workflow ID.</summary>
    string Name { get; }
}
