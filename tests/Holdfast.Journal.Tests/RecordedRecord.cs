namespace Holdfast.Journaling.Tests;

/// <summary>A record as recovery handed it out, kept beyond the handler's call.</summary>
public sealed record RecordedRecord(long Lsn, long Epoch, ushort Shard, string Payload);
