namespace Holdfast.Journaling.Format;

/// <summary>How far the holder of a claim is. The values stand in the file.</summary>
internal enum ClaimState : byte
{
    /// <summary>It has ended in good order and writes nothing more.</summary>
    GivenUp = 0,

    /// <summary>It has the folder, and every file that it writes to is of its machine's own making.</summary>
    Held = 1,

    /// <summary>It takes the folder over from another machine, and has not begun a segment of its own yet: the one that is there may still be written to.</summary>
    TakingOver = 2,
}
