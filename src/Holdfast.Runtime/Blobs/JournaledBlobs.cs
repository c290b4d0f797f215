using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Which blobs the records of a journal refer to, and of which run at which position.</summary>
internal sealed class JournaledBlobs
{
    private readonly List<(RunId RunId, long Lsn, IReadOnlyCollection<BlobId> Blobs)> _references = [];

    /// <summary>Of sections that were written ahead: they count when another of the run follows that was not. A crash may have left them without.</summary>
    private readonly Dictionary<RunId, List<(RunId RunId, long Lsn, IReadOnlyCollection<BlobId> Blobs)>> _ahead = [];

    /// <summary>The runs that refer to blobs.</summary>
    public IReadOnlyCollection<RunId> RunIds => [.. _references.Select(static r => r.RunId).Distinct()];

    public void Take(in RecoveredRecord record) => Take(record.Lsn, record.Payload);

    /// <summary>Takes the payload of the record at a position.</summary>
    public void Take(long lsn, ReadOnlySpan<byte> payload)
    {
        while (!payload.IsEmpty)
        {
            var section = JournalUnit.ReadSection(ref payload);
            var places = PlacesOf(section);
            if (RecordedBlobs.In(section.Records) is { Count: > 0 } blobs)
            {
                places.Add((section.RunId, lsn, blobs));
            }
        }
    }

    /// <summary>The blobs of the records that lie behind what the settled store covers of their run.</summary>
    public HashSet<BlobId> Behind(IReadOnlyDictionary<RunId, long> coveredLsns) =>
        [.. _references.Where(r => r.Lsn > coveredLsns.GetValueOrDefault(r.RunId)).SelectMany(static r => r.Blobs)];

    /// <summary>Where the references of a section belong.</summary>
    private List<(RunId RunId, long Lsn, IReadOnlyCollection<BlobId> Blobs)> PlacesOf(JournalSection section)
    {
        if (section.IsAhead)
        {
            return _ahead.TryGetValue(section.RunId, out var before) ? before : _ahead[section.RunId] = [];
        }

        if (_ahead.Remove(section.RunId, out var counting))
        {
            _references.AddRange(counting);
        }

        return _references;
    }
}
