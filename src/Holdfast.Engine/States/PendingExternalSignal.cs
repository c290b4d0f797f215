using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A signal to another run whose outcome is not known yet.</summary>
public sealed class PendingExternalSignal : IPendingEvent
{
    internal PendingExternalSignal(long initiatedEventId, SignalExternalWorkflowExecutionInitiated initiated)
    {
        InitiatedEventId = initiatedEventId;
        Initiated = initiated;
    }

    /// <summary>Its initiated event.</summary>
    public long InitiatedEventId { get; }

    /// <summary>What that event says.</summary>
    public SignalExternalWorkflowExecutionInitiated Initiated { get; }

    long IPendingEvent.EventId => InitiatedEventId;

    string IPendingEvent.Name => Initiated.Execution.WorkflowId;
}
