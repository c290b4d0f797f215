namespace Holdfast.Protocol;

/// <summary>Workflow code has something new to look at.</summary>
public sealed record WorkflowTaskScheduled : EventAttributes
{
    /// <inheritdoc/>
    public override EventType Type => EventType.WorkflowTaskScheduled;

    /// <summary>Where the task waits.</summary>
    public required string TaskQueue { get; init; }

    /// <summary>Limit of the task.</summary>
    public required TimeSpan StartToCloseTimeout { get; init; }

    /// <summary>Attempt, from 1.</summary>
    public int Attempt { get; init; } = 1;
}
