using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Deletes runs whose retention is over; those of namespaces that archive only when the archive has them.</summary>
internal sealed class RetentionSweep(ISettledStore store, Journal journal, NamespaceRegistry namespaces, IRunArchive? archive, ILogger logger)
{
    private const int RunsPerArchiving = 100;

    /// <summary>When more runs than this cannot be archived in one turn, the archive is at fault rather than a run: the sweep of the namespace ends.</summary>
    private const int MostFailuresInTurn = 10;

    private readonly FailedArchivings _failed = new();

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
            ? await ArchiveSomeAsync(archive ?? throw ArchiveFaults.Missing(), @namespace, closedBefore, now)
            : await store.DeleteClosedBeforeAsync(@namespace, closedBefore, SweepPace.RunsPerTurn, journal.DurableLsn, CancellationToken.None) > 0;
    }

    /// <summary>A run that cannot be archived stays and is tried again later, after those that were not tried before: so it holds up none of them.</summary>
    private async Task<bool> ArchiveSomeAsync(IRunArchive destination, string @namespace, DateTimeOffset closedBefore, DateTimeOffset now)
    {
        _failed.ForgetGone(now);
        var limit = RunsPerArchiving + _failed.Count;
        var found = await store.FindClosedBeforeAsync(@namespace, closedBefore, limit, CancellationToken.None);
        var failures = 0;
        foreach (var runId in found.Where(r => !_failed.IsWaiting(r, now)).OrderBy(_failed.Contains).ToList())
        {
            try
            {
                await ArchiveAsync(destination, runId);
                _failed.Forget(runId);
            }
            catch (Exception exception) when (failures < MostFailuresInTurn && !_failed.IsFull)
            {
                failures++;
                _failed.Note(runId, now);
                OwnerLog.ArchivingFailed(logger, exception, runId, @namespace);
            }
        }

        return found.Count == limit;
    }

    /// <summary>A run that is archived again, after a crash between archive and deletion or when it has recorded something meanwhile, takes the place of what the archive had of it.</summary>
    private async Task ArchiveAsync(IRunArchive destination, RunId runId)
    {
        if (await store.LoadAsync(runId, CancellationToken.None) is { } run)
        {
            await destination.PutAsync(new ArchivedRun(run.Summary.Workflow, runId, run.Records), CancellationToken.None);
            await KeepBlobsAsync(run.Records);
            await store.DeleteUnchangedAsync(runId, run.Summary.RecordCount, journal.DurableLsn, CancellationToken.None);
        }
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
