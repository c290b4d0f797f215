using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Deletes runs whose retention is over; those of namespaces that archive only when the archive has them.</summary>
internal sealed class RetentionSweep(ISettledStore store, Journal journal, NamespaceRegistry namespaces, IRunArchive? archive)
{
    private const int RunsPerArchiving = 100;

    /// <summary>Deletes some runs of a namespace that are due, in one transaction, or archives and deletes some one by one; none when another process has the folder.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> DeleteSomeAsync(string @namespace, DateTimeOffset now)
    {
        if (!journal.HoldsFolder())
        {
            return false;
        }

        var closedBefore = now - namespaces.RetentionOf(@namespace);
        return namespaces.TryFind(@namespace) is { Archival: ArchivalState.Enabled, State: not NamespaceState.Deleted }
            ? await ArchiveSomeAsync(@namespace, closedBefore)
            : await store.DeleteClosedBeforeAsync(@namespace, closedBefore, SweepPace.RunsPerTurn, journal.DurableLsn, CancellationToken.None) > 0;
    }

    /// <summary>A crash between archive and deletion archives the run again, which changes nothing there.</summary>
    private async Task<bool> ArchiveSomeAsync(string @namespace, DateTimeOffset closedBefore)
    {
        var due = await store.FindClosedBeforeAsync(@namespace, closedBefore, RunsPerArchiving, CancellationToken.None);
        foreach (var runId in due)
        {
            if (await store.LoadAsync(runId, CancellationToken.None) is { } run)
            {
                await (archive ?? throw ArchiveFaults.Missing()).PutAsync(new ArchivedRun(run.Summary.Workflow, runId, run.Records), CancellationToken.None);
                await KeepBlobsAsync(run.Records);
                await store.DeleteAsync(runId, journal.DurableLsn, CancellationToken.None);
            }
        }

        return due.Count == RunsPerArchiving;
    }

    /// <summary>What the archived run refers to stays readable; noted before the run goes, whose references keep it until then.</summary>
    private async Task KeepBlobsAsync(IReadOnlyList<ReadOnlyMemory<byte>> records)
    {
        HashSet<BlobId> blobs = [.. records.SelectMany(static r => RecordedBlobs.In(r.Span))];
        if (blobs.Count > 0)
        {
            await store.KeepBlobsAsync(blobs, CancellationToken.None);
        }
    }
}
