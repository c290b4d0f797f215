namespace Holdfast.Protocol;

/// <summary>Whether runs of a namespace are archived when their retention is over. The numbers are Temporal's.</summary>
public enum ArchivalState
{
    /// <summary>They never were.</summary>
    Unspecified = 0,

    /// <summary>They were and are no longer; what was archived can be read.</summary>
    Disabled = 1,

    /// <summary>They are.</summary>
    Enabled = 2,
}
