using Holdfast.Journaling.Archives;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>What the runs of an archive refer to: it stays for as long as they do.</summary>
internal static class ArchivedBlobs
{
    public static HashSet<BlobId> In(WorldFolder folder) =>
    [
        .. RetentionSettings.Namespaces
            .SelectMany(name => new DiskRunArchive(folder.ArchiveDisk).ReadAllAsync(name, null, CancellationToken.None).ToBlockingEnumerable())
            .SelectMany(static run => run.Records)
            .SelectMany(static records => RecordedBlobs.In(records.Span)),
    ];
}
