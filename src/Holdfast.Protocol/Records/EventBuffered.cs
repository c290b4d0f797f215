namespace Holdfast.Protocol;

/// <summary>
/// Something happened while a workflow task was running. It is durable, and becomes an event of the history, in order, right after that task has ended
/// (its WorkflowTaskCompleted, -Failed or -TimedOut event and the events of its commands), so that a task sees no event that it was not given.
/// </summary>
/// <param name="Time">When it happened.</param>
/// <param name="Attributes">The event to be.</param>
public sealed record EventBuffered(DateTimeOffset Time, EventAttributes Attributes) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.EventBuffered;
}
