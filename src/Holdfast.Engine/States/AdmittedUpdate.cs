using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Volatile: an update that workflow code has neither accepted nor rejected.</summary>
public sealed class AdmittedUpdate
{
    internal AdmittedUpdate(UpdateRequest request) => Request = request;

    /// <summary>The update as it was sent.</summary>
    public UpdateRequest Request { get; }

    /// <summary>True when the workflow task under way carries it.</summary>
    public bool IsDelivered { get; internal set; }
}
