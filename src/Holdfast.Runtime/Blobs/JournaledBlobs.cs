using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Which blobs the records of a journal refer to, and of which run at which position.</summary>
internal sealed class JournaledBlobs
{
    private readonly List<(RunId RunId, long Lsn, IReadOnlyCollection<BlobId> Blobs)> _references = [];

    /// <summary>The runs that refer to blobs.</summary>
    public IReadOnlyCollection<RunId> RunIds => [.. _references.Select(static r => r.RunId).Distinct()];

    public void Take(in RecoveredRecord record)
    {
        for (var payload = record.Payload; !payload.IsEmpty;)
        {
            var section = JournalUnit.ReadSection(ref payload);
            if (RecordedBlobs.In(section.Records) is { Count: > 0 } blobs)
            {
                _references.Add((section.RunId, record.Lsn, blobs));
            }
        }
    }

    /// <summary>The blobs of the records that lie behind what the settled store covers of their run.</summary>
    public HashSet<BlobId> Behind(IReadOnlyDictionary<RunId, long> coveredLsns) =>
        [.. _references.Where(r => r.Lsn > coveredLsns.GetValueOrDefault(r.RunId)).SelectMany(static r => r.Blobs)];
}
