using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>An update that workflow code has neither accepted nor rejected. Volatile, unless a reset carried it over.</summary>
public sealed class AdmittedUpdate
{
    internal AdmittedUpdate(UpdateRequest request) => Request = request;

    /// <summary>The update as it was sent.</summary>
    public UpdateRequest Request { get; }

    /// <summary>Its admitted event, when a reset carried it over; else 0.</summary>
    public long AdmittedEventId { get; internal init; }

    /// <summary>True when the workflow task under way carries it.</summary>
    public bool IsDelivered { get; internal set; }
}
