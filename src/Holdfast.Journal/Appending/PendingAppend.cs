using System.Runtime.InteropServices;

namespace Holdfast.Journaling.Appending;

/// <summary>A batch that has its LSNs and waits to be written.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PendingAppend(JournalBatch Batch, long FirstLsn, uint Epoch, IJournalCompletion Completion, long TakenTimestamp)
{
    public long LastLsn => FirstLsn + Batch.RecordCount - 1;
}
