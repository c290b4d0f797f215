using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>An update that workflow code has accepted.</summary>
public sealed class AcceptedUpdate
{
    internal AcceptedUpdate(long acceptedEventId, string updateId, int inputBytes)
    {
        AcceptedEventId = acceptedEventId;
        UpdateId = updateId;
        InputBytes = inputBytes;
    }

    /// <summary>The update's ID.</summary>
    public string UpdateId { get; }

    /// <summary>Its accepted event.</summary>
    public long AcceptedEventId { get; }

    /// <summary>Bytes of its input.</summary>
    public int InputBytes { get; }

    /// <summary>How it ended; null while its handler runs (for ever, when the run closed first).</summary>
    public WorkflowExecutionUpdateCompleted? Completed { get; internal set; }
}
