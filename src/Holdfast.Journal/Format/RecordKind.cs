namespace Holdfast.Journaling.Format;

/// <summary>What a record is. All kinds but <see cref="Data"/> are the journal's own and repeat the LSN before them.</summary>
internal enum RecordKind : byte
{
    /// <summary>Never written: zeroed space must not look like a record.</summary>
    None = 0,

    /// <summary>A caller's payload; consumes an LSN.</summary>
    Data = 1,

    /// <summary>The journal was opened: records after this one carry its epoch.</summary>
    Opened = 2,

    /// <summary>The journal was closed in good order: everything before this one was durable.</summary>
    Closed = 3,

    /// <summary>The next segment exists and is durable.</summary>
    Sealed = 4,
}
