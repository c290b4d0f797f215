namespace Holdfast.Journaling.Recovery;

/// <summary>What recovery does about a place in the log.</summary>
internal enum RecoveryVerdict
{
    /// <summary>Take the record and go on behind it.</summary>
    Accept,

    /// <summary>The log ends here; what follows was never acknowledged and is erased.</summary>
    EndOfLog,

    /// <summary>Refuse: a record that was durable is damaged (HF2006).</summary>
    RefuseDamaged,

    /// <summary>Refuse: a record that this journal cannot have written here (HF2007).</summary>
    RefuseOutOfSequence,

    /// <summary>Refuse: a later segment is missing (HF2004).</summary>
    RefuseSegmentMissing,

    /// <summary>Refuse: this segment ends before the next one begins (HF2008).</summary>
    RefuseNotJoined,
}
