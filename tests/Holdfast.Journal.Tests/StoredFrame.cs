using Holdfast.Journaling.Format;

namespace Holdfast.Journaling.Tests;

/// <summary>Where a record lies in a segment.</summary>
internal sealed record StoredFrame(int Start, int End, RecordKind Kind, long Lsn, int DurableOffset)
{
    /// <summary>The LSN of the last data record before this one.</summary>
    public long LsnBefore => Kind == RecordKind.Data ? Lsn - 1 : Lsn;
}
