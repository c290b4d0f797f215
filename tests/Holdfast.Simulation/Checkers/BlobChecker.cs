using System.Globalization;
using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Runtime;

namespace Holdfast.Simulation;

/// <summary>
/// Checks, when everything has ended, that the blob stores hold what the runs refer to and nothing else once the grace period is over, and nothing at all once the runs'
/// retention is over as well.
/// </summary>
internal static class BlobChecker
{
    /// <summary>Clocks of hosts may differ by what they were set, each time by an hour at most.</summary>
    public static readonly TimeSpan LongestSkew = TimeSpan.FromHours(WorldSettings.MostFaults + 1);

    /// <summary>More than two sweeps take, and the deletion of all runs, by a store that answers late.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(20);

    /// <summary>What is wrong.</summary>
    public static List<string> Check(World world)
    {
        if (world.Blobs is not { } settings)
        {
            return [];
        }

        // The first sweep notes when the deleted runs let go of their blobs; the next, a grace period later, forgets that, and removes them.
        List<string> problems = [];
        GoOnAfter(world, settings.GracePeriod + LongestSkew);
        GoOnAfter(world, settings.GracePeriod + LongestSkew);
        Inspect(world, problems, isAllGone: false);
        GoOnAfter(world, settings.Retention + LongestSkew);
        GoOnAfter(world, settings.GracePeriod + LongestSkew);
        Inspect(world, problems, isAllGone: true);
        return problems;
    }

    /// <summary>Passes time, and lets the engines go on for long enough to delete what is due, and to sweep twice after that.</summary>
    private static void GoOnAfter(World world, TimeSpan time)
    {
        var untilSwept = (3 * world.Settings.SettlingInterval) + (2 * world.Blobs!.SweepInterval) + LongestWork;
        world.SkipTimeWithoutProcesses(time);
        world.Run(async () =>
        {
            await Task.Delay(untilSwept, world.Clock);
            return true;
        });
    }

    private static void Inspect(World world, List<string> problems, bool isAllGone)
    {
        world.SkipTimeWithoutProcesses(TimeSpan.Zero);
        foreach (var folder in world.Folders)
        {
            var found = BlobInspection.RunAsync(folder.Disk, folder.Store, new DiskBlobStore(folder.BlobDisk), CancellationToken.None).GetAwaiter().GetResult();
            problems.AddRange(found.Missing.Select(id => $"{folder} has no blob {id}, but runs refer to it"));
            var archived = ArchivedBlobs.In(folder);
            problems.AddRange(archived.Except(folder.BlobDisk.List().Select(static name => BlobId.TryParse(name, out var id) ? id : default)).Select(id => $"{folder} has no blob {id}, but archived runs refer to it"));
            var tooMany = isAllGone ? found.Blobs - archived.Count : found.Unused;
            if (tooMany > 0)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{folder} still has {tooMany} blobs of {found.Blobs} that no run refers to{(isAllGone ? ", when all runs are gone or archived" : string.Empty)}"));
            }
        }
    }
}
