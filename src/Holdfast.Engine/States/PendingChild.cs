using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A child that was asked for and has not ended. Those of a closed run are the ones that were open when it closed.</summary>
public sealed class PendingChild : IPendingEvent
{
    internal PendingChild(long initiatedEventId, StartChildWorkflowExecutionInitiated initiated)
    {
        InitiatedEventId = initiatedEventId;
        Initiated = initiated;
    }

    /// <summary>Its initiated event.</summary>
    public long InitiatedEventId { get; }

    /// <summary>What that event says.</summary>
    public StartChildWorkflowExecutionInitiated Initiated { get; }

    /// <summary>True when its first run has begun.</summary>
    public bool IsStarted { get; internal set; }

    /// <summary>Its started event; 0 while that is not in history.</summary>
    public long StartedEventId { get; internal set; }

    /// <summary>Its first run, which has this ID whether or not it has begun.</summary>
    public WorkflowExecution Execution => new(Initiated.WorkflowId, Initiated.ChildRunId);

    long IPendingEvent.EventId => InitiatedEventId;

    string IPendingEvent.Name => Initiated.WorkflowId;
}
