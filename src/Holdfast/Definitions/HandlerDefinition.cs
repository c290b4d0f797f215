using System.ComponentModel;

namespace Holdfast.Definitions;

/// <summary>A signal, query or update handler, as the generator describes it or workflow code registers it.</summary>
/// <param name="Name">What it handles; for a catch-all handler, a name for people.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract record HandlerDefinition(string Name)
{
    /// <summary>True when it handles every name that no other handler has.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>What it is for, in a line for people; null when that was not said.</summary>
    public string? Description { get; init; }

    /// <summary>What happens when the run closes while it is under way.</summary>
    public HandlerUnfinishedPolicy UnfinishedPolicy { get; init; }
}
