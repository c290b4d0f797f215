using Holdfast.Protocol;
using Holdfast.Storage.Conformance;

namespace Holdfast.Journaling.Tests;

/// <summary>The store on a disk in memory: the port's conformance, and what crashes and failing disks leave of it.</summary>
public sealed class MemoryBlobStoreTests : BlobStoreConformance
{
    private readonly SteppingClock _clock = new();
    private readonly MemoryDisk _disk = new();

    public MemoryBlobStoreTests() => Store = NewStore();

    protected override IBlobStore Store { get; }

    [Fact]
    public async Task Whatever_a_crash_at_any_flush_leaves_every_reference_that_was_given_out_can_be_read()
    {
        for (var seed = 0UL; seed < 200; seed++)
        {
            MemoryDisk crashing = new();
            DiskBlobStore store = new(crashing, new DiskBlobStoreOptions { TimeProvider = _clock });
            var given = new List<(BlobReference Reference, byte[] Content)>();
            crashing.FailFlush((int)(seed % 9), seed);
            for (var i = 0; i < 5; i++)
            {
                await PutAndNoteAsync(store, Content(700 + (i * 600), i % 4), given);
            }

            crashing.Crash(seed);
            DiskBlobStore recovered = new(crashing, new DiskBlobStoreOptions { TimeProvider = _clock });
            foreach (var (reference, content) in given)
            {
                await using var stream = await recovered.OpenReadAsync(reference, Cancellation);
                await using MemoryStream copy = new();
                await stream.CopyToAsync(copy, Cancellation);
                Assert.Equal(content, copy.ToArray());
            }

            await PutAndNoteAsync(recovered, Content(10, 9), given);
            Assert.DoesNotContain(crashing.List(), n => n.EndsWith(".tmp", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_disk_that_fails_fails_the_put_and_the_next_one_succeeds()
    {
        _disk.FailWrite(0);
        Assert.Equal(ErrorCodes.BlobStoreFailed, (await Assert.ThrowsAsync<HoldfastException>(() => PutAsync(Content(500, 1)))).Code);
        var reference = await PutAsync(Content(500, 1));
        Assert.Equal(Content(500, 1), await ReadAsync(reference));
    }

    [Fact]
    public async Task A_flipped_bit_is_noticed_at_the_end_of_the_reading()
    {
        var reference = await PutAsync(Content(5_000, 1));
        _disk.Flip(reference.Id.ToString(), 4_321, 4);
        Assert.Equal(ErrorCodes.BlobDamaged, (await Assert.ThrowsAsync<HoldfastException>(() => ReadAsync(reference))).Code);
    }

    [Fact]
    public async Task After_a_restart_blobs_are_as_old_as_they_were()
    {
        var reference = await PutAsync(Content(500, 1));
        var afterThePut = Later();
        _disk.EndProcess();
        Assert.True(await NewStore().DeleteAsync(reference.Id, afterThePut, Cancellation));
    }

    [Fact]
    public async Task A_put_that_renewed_the_age_of_a_blob_has_done_so_whatever_a_crash_leaves()
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            var reference = await PutAsync(Content(500, 1));
            var afterTheFirst = Later();
            await PutAsync(Content(500, 1));
            _disk.Crash(seed);
            Assert.False(await NewStore().DeleteAsync(reference.Id, afterTheFirst, Cancellation));
        }
    }

    [Fact]
    public async Task A_content_above_the_limit_is_refused()
    {
        DiskBlobStore small = new(new MemoryDisk(), new DiskBlobStoreOptions { MaximumBlobBytes = 1_000 });
        await using MemoryStream content = new(new byte[1_001]);
        Assert.Equal(ErrorCodes.LimitExceeded, (await Assert.ThrowsAsync<HoldfastException>(() => small.PutAsync(content, Cancellation))).Code);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public void Only_a_hash_is_an_ID(string text) => Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => BlobId.Parse(text)).Code);

    protected override DateTimeOffset Later() => _clock.GetUtcNow();

    private static async Task PutAndNoteAsync(DiskBlobStore store, byte[] content, List<(BlobReference Reference, byte[] Content)> given)
    {
        try
        {
            await using MemoryStream stream = new(content);
            given.Add((await store.PutAsync(stream, Cancellation), content));
        }
        catch (HoldfastException exception) when (exception.Code == ErrorCodes.BlobStoreFailed)
        {
            // The flush that was ordered to fail.
        }
    }

    private DiskBlobStore NewStore() => new(_disk, new DiskBlobStoreOptions { TimeProvider = _clock });
}
