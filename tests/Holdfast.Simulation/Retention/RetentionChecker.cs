using Holdfast.Journaling.Archives;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>
/// Checks, when everything has ended and the retention of it is over, that nothing is kept any more of the namespaces that keep runs briefly, and that the archive has each
/// run that it should have, once, whole, and readable with all that lies in the blob store.
/// </summary>
internal static class RetentionChecker
{
    /// <summary>More than it takes from the end of a run until it is settled, and from the end of its retention until a sweep finds it, when stores answer late.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(4);

    /// <summary>What is still kept, a while after the faults of the world; nothing can be said of it when clocks were set.</summary>
    public static IEnumerable<string> CheckNothingKept(World world) =>
        world.Retention is null || world.Faults.Kinds.HasFlag(FaultKinds.ClockJumps) ? [] : world.Folders.SelectMany(Kept);

    /// <summary>What is wrong in the end.</summary>
    public static List<string> Check(World world)
    {
        if (world.Retention is not { } settings)
        {
            return [];
        }

        if (world.Faults.Kinds.HasFlag(FaultKinds.ClockJumps))
        {
            world.SkipTimeWithoutProcesses(settings.Longest + BlobChecker.LongestSkew);
            world.Run(async () =>
            {
                await Task.Delay(LongestWork, world.Clock);
                return true;
            });
        }

        return
        [
            .. world.Retained!.Problems,
            .. world.Folders.SelectMany(Kept),
            .. world.Folders.SelectMany(folder => CheckArchive(world, folder)),
            .. world.Run(() => ReadArchivedAsync(world)).SelectMany(run => HistoryChecker.Check(run, world)),
        ];
    }

    private static IEnumerable<string> Kept(WorldFolder folder) =>
        RetentionWatch.Runs(folder.Store).Select(info => $"{info.Execution} of namespace {info.Namespace} closed at {info.CloseTime:O}, and is still in {folder}");

    private static IEnumerable<string> CheckArchive(World world, WorldFolder folder)
    {
        List<ArchivedRun> archived = [.. new DiskRunArchive(folder.ArchiveDisk).ReadAllAsync(RetentionSettings.Archived, null, CancellationToken.None).ToBlockingEnumerable()];
        var expected = world.Retained!.Gone.Where(g => g.Folder == folder && g.Workflow.Namespace == RetentionSettings.Archived).ToDictionary(g => g.RunId);
        foreach (var run in archived)
        {
            if (!expected.Remove(run.RunId, out var gone) || gone.Workflow != run.Workflow || !gone.Records.AsSpan().SequenceEqual(RetentionWatch.Join(run.Records)))
            {
                yield return $"{folder}'s archive has {run.Workflow.WorkflowId} ({run.RunId}), which was not archived, or has it twice, or otherwise than it was";
            }
        }

        foreach (var missing in expected.Values)
        {
            yield return $"{folder}'s archive has lost {missing.Workflow.WorkflowId} ({missing.RunId})";
        }

        if (folder.ArchiveDisk.List().Count != archived.Count)
        {
            yield return $"{folder}'s archive has {archived.Count} runs and the files {string.Join(", ", folder.ArchiveDisk.List())}";
        }
    }

    private static async Task<List<RunHistory>> ReadArchivedAsync(World world)
    {
        List<RunHistory> runs = [];
        foreach (var folder in world.Folders)
        {
            runs.AddRange(await RunHistory.ReadAllAsync(world.ClientOf(folder, RetentionSettings.Archived), new WorkflowListFilter { Archived = true }));
        }

        return runs;
    }
}
