namespace Holdfast.Protocol;

/// <summary>Workflow code has run up to its next wait; its commands follow as events.</summary>
public sealed record WorkflowTaskCompleted : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowTaskCompleted;

    /// <summary>Its WorkflowTaskScheduled event.</summary>
    public required long ScheduledEventId { get; init; }

    /// <summary>Its WorkflowTaskStarted event.</summary>
    public required long StartedEventId { get; init; }

    /// <summary>The worker.</summary>
    public string Identity { get; init; } = string.Empty;

    /// <summary>The build of the worker; empty when it named none.</summary>
    public string BuildId { get; init; } = string.Empty;
}
