namespace Holdfast.Journaling;

/// <summary>What reading a whole log found.</summary>
/// <param name="Segments">Number of segments.</param>
/// <param name="FirstLsn">LSN of the oldest record that is kept, or will be.</param>
/// <param name="LastLsn">LSN of the newest record; one less than <paramref name="FirstLsn"/> when there is none.</param>
/// <param name="Epoch">The epoch of the last owner.</param>
/// <param name="RecordBytes">Bytes of all records that are kept.</param>
public sealed record JournalInspection(int Segments, long FirstLsn, long LastLsn, long Epoch, long RecordBytes);
