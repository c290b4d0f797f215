namespace Holdfast.Protocol;

/// <summary>What may be done in a namespace. The numbers are Temporal's.</summary>
public enum NamespaceState
{
    /// <summary>Not a state.</summary>
    Unspecified = 0,

    /// <summary>Workflows start and run.</summary>
    Registered = 1,

    /// <summary>No workflow starts; those that run go on, and so do their children and successors.</summary>
    Deprecated = 2,

    /// <summary>Its runs are being deleted, and it is with the last of them.</summary>
    Deleted = 3,
}
