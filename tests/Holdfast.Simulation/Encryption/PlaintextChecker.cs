using Holdfast.Journaling;
using Holdfast.Journaling.Archives;
using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Simulation;

/// <summary>
/// Checks, in a world that encrypts, that no value which clients and workers converted is on a disk, in the blob store, in the settled store or in the archive, and that each
/// value of a history is encrypted. What a blob holds that an activity made is nobody's payload, and is not encrypted.
/// </summary>
internal static class PlaintextChecker
{
    private const int MostRuns = 1_000;

    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Check(World world, IReadOnlyList<RunHistory> runs)
    {
        if (world.Encryption?.Plaintext is not { } plaintext)
        {
            return [];
        }

        foreach (var folder in world.Folders)
        {
            Look(plaintext, folder.Disk, $"{folder}'s journal");
            Look(plaintext, folder.BlobDisk, $"{folder}'s blob store");
            LookAtRuns(plaintext, folder, world.Namespaces);
        }

        return plaintext.Problems.Concat(runs.SelectMany(Check));
    }

    /// <summary>What markers have of their own (which patch, which local activity) is no value of anybody's.</summary>
    private static IEnumerable<string> Check(RunHistory run)
    {
        foreach (var historyEvent in run.Events.Where(static e => e.Type is not EventType.MarkerRecorded))
        {
            Payload? plain = null;
            historyEvent.Rewrite(payload =>
            {
                plain = payload.Encoding is EncryptionCodec.Encoding or Payload.NullEncoding ? plain : payload;
                return payload;
            });
            if (plain is not null)
            {
                yield return $"{run.Execution}: event {historyEvent.EventId} {historyEvent.Type} has a value that is not encrypted: {plain}";
            }
        }
    }

    private static void Look(PlaintextWatch plaintext, MemoryDisk disk, string place)
    {
        foreach (var name in disk.List())
        {
            plaintext.Look(disk.ReadAll(name), $"{place}, {name},");
        }
    }

    private static void LookAtRuns(PlaintextWatch plaintext, WorldFolder folder, IEnumerable<string> namespaces)
    {
        foreach (var @namespace in namespaces)
        {
            foreach (var info in folder.Store.ListAsync(new RunListing { Namespace = @namespace, PageSize = MostRuns }, CancellationToken.None).GetAwaiter().GetResult())
            {
                var settled = folder.Store.LoadAsync(info.Execution.RunId, CancellationToken.None).GetAwaiter().GetResult()!;
                LookAt(plaintext, settled.Records, $"{folder}'s settled store, {info.Execution},");
            }

            foreach (var archived in new DiskRunArchive(folder.ArchiveDisk).ReadAllAsync(@namespace, null, CancellationToken.None).ToBlockingEnumerable())
            {
                LookAt(plaintext, archived.Records, $"{folder}'s archive, {archived.Workflow.WorkflowId},");
            }
        }
    }

    private static void LookAt(PlaintextWatch plaintext, IReadOnlyList<ReadOnlyMemory<byte>> records, string place)
    {
        foreach (var chunk in records)
        {
            plaintext.Look(chunk.Span, place);
        }
    }
}
