using Holdfast.Journaling.Archives;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Tests;

/// <summary>Two processes that archive one run: the one that has the folder, and the one that had it before and does not know yet that it was taken over.</summary>
public sealed class TakenOverRunArchiveTests
{
    private static readonly ArchivedRun Run = new(new WorkflowKey("shop", "w"), new RunId(Guid.Parse("00000000-0000-0000-0000-000000000001")), [new byte[2_000]]);
    private readonly MemoryDisk _disk = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_not_archived_under_the_file_that_the_other_process_has_not_flushed()
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            MemoryDisk crashing = new();
            HeldDisk held = new(crashing) { BeforeFlush = () => Assert.False(TryPut(new DiskRunArchive(Failing(crashing, seed)))) };
            var isArchived = TryPut(new DiskRunArchive(held));
            crashing.Crash(seed);

            Assert.True(!isArchived || await IsReadableAsync(new DiskRunArchive(crashing)), "what was archived is there after a crash");
            Assert.True(TryPut(new DiskRunArchive(crashing)));
            Assert.True(await IsReadableAsync(new DiskRunArchive(crashing)));
            Assert.Single(crashing.List());
        }
    }

    [Fact]
    public async Task What_a_process_that_was_killed_has_left_of_a_run_is_removed_when_the_run_is_archived()
    {
        Assert.False(TryPut(new DiskRunArchive(Failing(_disk, 1))));
        Assert.Single(_disk.List());

        Assert.True(TryPut(new DiskRunArchive(_disk)));
        Assert.Single(_disk.List());
        Assert.True(await IsReadableAsync(new DiskRunArchive(_disk)));
    }

    private static MemoryDisk Failing(MemoryDisk disk, ulong seed)
    {
        disk.FailFlush(0, seed);
        return disk;
    }

    private static bool TryPut(DiskRunArchive archive)
    {
        var put = Record.Exception(() => archive.PutAsync(Run, Cancellation).GetAwaiter().GetResult());
        Assert.True(put is null or HoldfastException, $"{put}");
        return put is null;
    }

    private static async Task<bool> IsReadableAsync(DiskRunArchive archive) =>
        await archive.FindAsync(Run.Workflow, Run.RunId, Cancellation) is { } found && found.Records.Sum(r => r.Length) == Run.Records.Sum(r => r.Length);
}
