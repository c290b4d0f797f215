namespace Holdfast.Journaling.Recovery;

/// <summary>What later records of the same segment say about a place.</summary>
internal enum DurabilityEvidence
{
    /// <summary>None of them says that the place was durable.</summary>
    None,

    /// <summary>One of them was written when the place was already durable.</summary>
    WasDurable,
}
