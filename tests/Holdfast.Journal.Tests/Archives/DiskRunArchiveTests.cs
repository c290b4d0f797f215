using System.Globalization;
using Holdfast.Journaling.Archives;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Tests;

public sealed class DiskRunArchiveTests
{
    private readonly MemoryDisk _disk = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DiskRunArchive Archive => new(_disk);

    [Fact]
    public async Task A_run_is_found_by_its_ID_and_a_workflows_newest_without()
    {
        var (first, second, other) = (Run(1, "a"), Run(2, "a"), Run(3, "b"));
        await Archive.PutAsync(second, Cancellation);
        await Archive.PutAsync(first, Cancellation);
        await Archive.PutAsync(other, Cancellation);

        AssertSame(first, await Archive.FindAsync(first.Workflow, first.RunId, Cancellation));
        AssertSame(second, await Archive.FindAsync(first.Workflow, RunId.None, Cancellation));
        Assert.Null(await Archive.FindAsync(first.Workflow, other.RunId, Cancellation));
        Assert.Null(await Archive.FindAsync(new WorkflowKey("shop", "c"), RunId.None, Cancellation));
        Assert.Null(await Archive.FindAsync(new WorkflowKey("elsewhere", "a"), RunId.None, Cancellation));
    }

    [Fact]
    public async Task The_runs_of_a_namespace_are_read_newest_first_from_any_of_them_on()
    {
        foreach (var number in new[] { 3, 1, 4, 2 })
        {
            await Archive.PutAsync(Run(number, "w"), Cancellation);
        }

        await Archive.PutAsync(Run(5, "w", "elsewhere"), Cancellation);

        Assert.Equal([Id(4), Id(3), Id(2), Id(1)], await ReadAllAsync(null));
        Assert.Equal([Id(2), Id(1)], await ReadAllAsync(Id(3)));
    }

    [Fact]
    public async Task A_run_that_is_archived_again_is_there_with_the_most_that_was_archived_of_it()
    {
        var less = Run(1, "a");
        ArchivedRun more = new(less.Workflow, less.RunId, [.. less.Records, new byte[] { 1, 2, 3 }]);
        await Archive.PutAsync(less, Cancellation);
        await Archive.PutAsync(more, Cancellation);
        AssertSame(more, await Archive.FindAsync(less.Workflow, less.RunId, Cancellation));
        await Archive.PutAsync(less, Cancellation);
        AssertSame(more, await Archive.FindAsync(less.Workflow, less.RunId, Cancellation));
        Assert.Single(_disk.List());
    }

    [Fact]
    public async Task Whatever_a_crash_leaves_of_a_run_that_is_archived_again_it_is_what_was_archived_before_or_more()
    {
        var less = Run(1, "a");
        ArchivedRun more = new(less.Workflow, less.RunId, [.. less.Records, new byte[] { 1, 2, 3 }]);
        for (var seed = 0UL; seed < 40; seed++)
        {
            MemoryDisk crashing = new();
            await new DiskRunArchive(crashing).PutAsync(less, Cancellation);
            crashing.FailFlush((int)(seed % 4), seed);
            var failure = await Record.ExceptionAsync(() => new DiskRunArchive(crashing).PutAsync(more, Cancellation));
            crashing.Crash(seed);
            var found = await new DiskRunArchive(crashing).FindAsync(less.Workflow, less.RunId, Cancellation);

            AssertSame(failure is null || Size(found!) == Size(more) ? more : less, found);
        }
    }

    [Fact]
    public async Task Whatever_a_crash_at_any_flush_leaves_what_was_archived_is_whole_and_the_rest_can_be_archived_again()
    {
        for (var seed = 0UL; seed < 100; seed++)
        {
            MemoryDisk crashing = new();
            List<ArchivedRun> archived = [];
            crashing.FailFlush((int)(seed % 6), seed);
            for (var number = 1; number <= 3; number++)
            {
                var run = Run(number, "w");
                try
                {
                    await new DiskRunArchive(crashing).PutAsync(run, Cancellation);
                    archived.Add(run);
                }
                catch (HoldfastException failed) when (failed.Code == ErrorCodes.ArchiveFailed)
                {
                    // The crash comes next.
                }
            }

            crashing.Crash(seed);
            DiskRunArchive recovered = new(crashing);
            foreach (var run in archived)
            {
                AssertSame(run, await recovered.FindAsync(run.Workflow, run.RunId, Cancellation));
            }

            for (var number = 1; number <= 3; number++)
            {
                await recovered.PutAsync(Run(number, "w"), Cancellation);
                AssertSame(Run(number, "w"), await recovered.FindAsync(Run(number, "w").Workflow, Id(number), Cancellation));
            }

            Assert.Equal(3, crashing.List().Count);
        }
    }

    [Fact]
    public async Task A_flipped_bit_is_noticed()
    {
        var run = Run(1, "w");
        await Archive.PutAsync(run, Cancellation);
        _disk.Flip(Assert.Single(_disk.List()), 30, 4);

        Assert.Equal(ErrorCodes.ArchiveDamaged, (await Assert.ThrowsAsync<HoldfastException>(() => Archive.FindAsync(run.Workflow, run.RunId, Cancellation))).Code);
    }

    private static RunId Id(int number) => new(Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{number:D12}")));

    private static ArchivedRun Run(int number, string workflowId, string @namespace = "shop") =>
        new(new WorkflowKey(@namespace, workflowId), Id(number), [new byte[] { 1, 2, 3, (byte)number }, new byte[600]]);

    private static int Size(ArchivedRun run) => run.Records.Sum(static r => r.Length);

    private static void AssertSame(ArchivedRun expected, ArchivedRun? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal((expected.Workflow, expected.RunId), (actual.Workflow, actual.RunId));
        Assert.Equal(expected.Records.SelectMany(c => c.ToArray()), actual.Records.SelectMany(c => c.ToArray()));
    }

    private async Task<IReadOnlyList<RunId>> ReadAllAsync(RunId? behind)
    {
        List<RunId> read = [];
        await foreach (var run in Archive.ReadAllAsync("shop", behind, Cancellation))
        {
            read.Add(run.RunId);
        }

        return read;
    }
}
