namespace Holdfast;

/// <summary>What a payload belongs to. Who writes a payload and who reads it are given the same context, except where a member says otherwise.</summary>
/// <remarks>The arguments, result and handlers of a child workflow have the child's context, on the parent's side too. The direction is the method that is called: encoding or decoding.</remarks>
public sealed record SerializationContext
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The workflow ID.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>The workflow type; empty where it is not known, as in a client that has only the workflow ID.</summary>
    public string WorkflowType { get; init; } = string.Empty;

    /// <summary>The activity's ID; empty when the payload is not an activity's.</summary>
    public string ActivityId { get; init; } = string.Empty;

    /// <summary>The activity type; empty when the payload is not an activity's.</summary>
    public string ActivityType { get; init; } = string.Empty;

    /// <summary>What the payload is. A failure may be read elsewhere than where it belongs: one that an activity of a child threw travels up to the parent.</summary>
    public PayloadUse Use { get; init; }

    /// <summary>True when the payload is an activity's.</summary>
    public bool IsActivity => ActivityType.Length > 0;
}
