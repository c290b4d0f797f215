using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A request to cancel another run whose outcome is not known yet.</summary>
public sealed class PendingExternalCancel : IPendingEvent
{
    internal PendingExternalCancel(long initiatedEventId, RequestCancelExternalWorkflowExecutionInitiated initiated)
    {
        InitiatedEventId = initiatedEventId;
        Initiated = initiated;
    }

    /// <summary>Its initiated event.</summary>
    public long InitiatedEventId { get; }

    /// <summary>What that event says.</summary>
    public RequestCancelExternalWorkflowExecutionInitiated Initiated { get; }

    long IPendingEvent.EventId => InitiatedEventId;

    string IPendingEvent.Name => Initiated.Execution.WorkflowId;
}
