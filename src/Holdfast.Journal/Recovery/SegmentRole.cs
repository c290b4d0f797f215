namespace Holdfast.Journaling.Recovery;

/// <summary>Where a segment stands.</summary>
internal enum SegmentRole
{
    /// <summary>Another segment follows, so every record up to that one's first was durable.</summary>
    Earlier,

    /// <summary>The last one, whose tail may be torn.</summary>
    Last,
}
