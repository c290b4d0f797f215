namespace Holdfast.Journaling.Recovery;

/// <summary>What recovery finds where a record is expected.</summary>
internal enum FrameCondition
{
    /// <summary>No room is left in the segment for a record.</summary>
    SegmentEnd,

    /// <summary>No header of this segment and offset: zeros, a torn write, damage, or bytes of another life.</summary>
    NoHeader,

    /// <summary>The header is right and in sequence; the payload does not match its checksum.</summary>
    PayloadDamaged,

    /// <summary>The header is right, but its LSN, epoch or kind cannot follow what is before.</summary>
    OutOfSequence,

    /// <summary>A whole record in sequence.</summary>
    Intact,

    /// <summary>A whole seal: a next segment was durable.</summary>
    IntactSeal,
}
