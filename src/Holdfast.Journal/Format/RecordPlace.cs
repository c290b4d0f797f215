using System.Runtime.InteropServices;

namespace Holdfast.Journaling.Format;

/// <summary>Where a record stands in the log.</summary>
/// <param name="Lsn">Its number, or for a record of the journal's own the number of the data record before it.</param>
/// <param name="Epoch">The owner's epoch.</param>
/// <param name="Offset">Byte offset in the segment.</param>
/// <param name="DurableOffset">Every byte of the segment below this offset was durable when the record was written.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RecordPlace(long Lsn, uint Epoch, int Offset, int DurableOffset);
