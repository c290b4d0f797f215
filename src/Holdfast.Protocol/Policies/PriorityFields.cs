namespace Holdfast.Protocol;

/// <summary>Properties of a <see cref="Priority"/>.</summary>
[Flags]
public enum PriorityFields
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="Priority.PriorityKey"/>.</summary>
    PriorityKey = 1,

    /// <summary><see cref="Priority.FairnessKey"/>.</summary>
    FairnessKey = 2,

    /// <summary><see cref="Priority.FairnessWeight"/>.</summary>
    FairnessWeight = 4,

    /// <summary>All of them.</summary>
    All = PriorityKey | FairnessKey | FairnessWeight,
}
