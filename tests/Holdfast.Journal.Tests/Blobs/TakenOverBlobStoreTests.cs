using Holdfast.Protocol;

namespace Holdfast.Journaling.Tests;

/// <summary>Two processes on one folder: the one that has it, and the one that had it before and does not know yet that it was taken over.</summary>
public sealed class TakenOverBlobStoreTests
{
    private static readonly byte[] First = [.. Enumerable.Repeat((byte)1, 2_000)];
    private static readonly byte[] Second = [.. Enumerable.Repeat((byte)2, 2_000)];
    private readonly SteppingClock _clock = new();
    private readonly MemoryDisk _disk = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_blob_that_the_other_process_has_put_again_is_not_removed_for_its_first_put()
    {
        var deposed = NewStore();
        var reference = await PutAsync(deposed, First);
        var afterTheFirst = _clock.GetUtcNow();
        var owner = NewStore();
        await PutAsync(owner, First);

        Assert.False(await deposed.DeleteAsync(reference.Id, afterTheFirst, Cancellation));
        Assert.Equal(First, await ReadAsync(owner, reference));
    }

    [Fact]
    public async Task A_blob_that_the_other_process_has_removed_is_put_anew_and_not_removed_twice()
    {
        var deposed = NewStore();
        var reference = await PutAsync(deposed, First);
        var owner = NewStore();
        await ListAsync(owner);
        Assert.True(await deposed.DeleteAsync(reference.Id, DateTimeOffset.MaxValue, Cancellation));

        Assert.False(await owner.DeleteAsync(reference.Id, DateTimeOffset.MaxValue, Cancellation));
        await PutAsync(owner, First);
        Assert.Equal(First, await ReadAsync(owner, reference));

        Assert.True(await NewStore().DeleteAsync(reference.Id, DateTimeOffset.MaxValue, Cancellation));
        await PutAsync(owner, First);
        Assert.Equal(First, await ReadAsync(owner, reference));
    }

    [Fact]
    public async Task A_put_under_way_when_the_folder_is_taken_over_gives_no_name_to_what_the_other_process_writes()
    {
        var (deposed, owner) = (NewStore(), NewStore());
        HeldContent late = new(First);
        var latePut = deposed.PutAsync(late, Cancellation);
        HeldContent content = new(Second);
        var put = owner.PutAsync(content, Cancellation);

        late.GoOn();
        if (await ResultAsync(latePut) is { } given)
        {
            Assert.Equal(First, await ReadAsync(owner, given));
        }

        content.GoOn();
        Assert.Equal(Second, await ReadAsync(owner, await put));
        Assert.Equal(Second, await ReadAsync(NewStore(), await put));
    }

    [Fact]
    public async Task The_first_put_of_a_process_that_was_taken_over_leaves_those_of_the_other_alone()
    {
        var deposed = NewStore();
        await ListAsync(deposed);
        var owner = NewStore();
        HeldContent content = new(Second);
        var put = owner.PutAsync(content, Cancellation);

        await PutAsync(deposed, First);
        content.GoOn();

        Assert.Equal(Second, await ReadAsync(owner, await put));
    }

    [Fact]
    public async Task Whatever_a_crash_leaves_of_a_put_it_takes_nothing_from_what_the_other_process_has_put()
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            MemoryDisk crashing = new();
            var (deposed, owner) = (NewStore(crashing), NewStore(crashing));
            await ListAsync(deposed);
            var reference = await PutAsync(owner, First);
            crashing.FailFlush(1, seed); // that of the folder
            Assert.Null(await ResultAsync(PutAsync(deposed, First)));
            crashing.Crash(seed);

            Assert.Equal(First, await ReadAsync(NewStore(crashing), reference));
        }
    }

    [Fact]
    public async Task A_put_by_a_clock_that_is_behind_makes_no_blob_older()
    {
        DiskBlobStore slow = new(_disk, new DiskBlobStoreOptions { TimeProvider = new SteppingClock() });
        await ListAsync(slow);
        for (var i = 0; i < 100; i++)
        {
            _clock.GetUtcNow();
        }

        var before = _clock.GetUtcNow();
        var reference = await PutAsync(NewStore(), First);
        await PutAsync(slow, First);
        await PutAsync(slow, First);

        Assert.False(await NewStore().DeleteAsync(reference.Id, before, Cancellation));
    }

    [Fact]
    public async Task What_processes_that_were_killed_have_left_is_removed()
    {
        foreach (var name in new[] { "1.tmp", "0000000000000007-3.tmp" })
        {
            _disk.Create(name).Dispose();
        }

        var reference = await PutAsync(NewStore(), First);
        Assert.Equal([reference.Id.ToString()], _disk.List());
    }

    private static async Task<BlobReference> PutAsync(DiskBlobStore store, byte[] content)
    {
        await using MemoryStream stream = new(content);
        return await store.PutAsync(stream, Cancellation);
    }

    private static async Task<BlobReference?> ResultAsync(Task<BlobReference> put)
    {
        try
        {
            return await put;
        }
        catch (HoldfastException failed) when (failed.Code == ErrorCodes.BlobStoreFailed)
        {
            return null;
        }
    }

    private static async Task<byte[]> ReadAsync(DiskBlobStore store, BlobReference reference)
    {
        await using var stream = await store.OpenReadAsync(reference, Cancellation);
        await using MemoryStream copy = new();
        await stream.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }

    /// <summary>Has a store look at the folder.</summary>
    private static async Task ListAsync(DiskBlobStore store)
    {
        await foreach (var _ in store.ListAsync(Cancellation))
        {
            // What it finds does not matter.
        }
    }

    private DiskBlobStore NewStore(MemoryDisk? on = null) => new(on ?? _disk, new DiskBlobStoreOptions { TimeProvider = _clock });
}
