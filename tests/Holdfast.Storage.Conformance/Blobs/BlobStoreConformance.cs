using System.Security.Cryptography;
using Holdfast.Protocol;

namespace Holdfast.Storage.Conformance;

/// <summary>What every blob store must do; the tests of each adapter derive it.</summary>
public abstract class BlobStoreConformance
{
    private static readonly BlobReference Nowhere = new(BlobId.Of(SHA256.HashData([9, 9])), 2);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The store under test, empty at first.</summary>
    protected abstract IBlobStore Store { get; }

    /// <summary>A time after every put so far.</summary>
    protected abstract DateTimeOffset Later();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(131_072)]
    [InlineData(1_000_003)]
    public async Task A_blob_comes_back_byte_for_byte_under_the_hash_of_its_content(int length)
    {
        var content = Content(length, 1);
        var reference = await PutAsync(content);
        Assert.Equal(new BlobReference(BlobId.Of(SHA256.HashData(content)), length), reference);
        Assert.Equal(content, await ReadAsync(reference));
    }

    [Fact]
    public async Task Equal_contents_are_one_blob()
    {
        var references = new[] { await PutAsync(Content(5_000, 1)), await PutAsync(Content(5_000, 1)), await PutAsync(Content(5_000, 2)) };
        Assert.Equal(references[0], references[1]);
        Assert.Equal(references.Distinct().OrderBy(r => r.Id.ToString(), StringComparer.Ordinal), (await ListAsync()).Select(e => e.Reference).OrderBy(r => r.Id.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Contents_are_streamed_and_not_held()
    {
        await using EndlessStream content = new(16L << 20);
        var reference = await Store.PutAsync(content, Cancellation);
        Assert.Equal(16L << 20, reference.Length);
        Assert.True(content.LargestRead <= 1 << 20, "the store reads in pieces");
    }

    [Fact]
    public async Task A_content_whose_stream_breaks_leaves_nothing()
    {
        await using EndlessStream broken = new(1 << 20) { BreaksAfter = 300_000 };
        await Assert.ThrowsAsync<InvalidDataException>(() => Store.PutAsync(broken, Cancellation));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_put_that_is_given_up_leaves_nothing()
    {
        using CancellationTokenSource gaveUp = new();
        await using EndlessStream content = new(1 << 20) { Cancels = gaveUp };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.PutAsync(content, gaveUp.Token));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_blob_that_is_not_there_is_an_error_that_names_it()
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => Store.OpenReadAsync(Nowhere, Cancellation));
        Assert.Equal(ErrorCodes.BlobNotFound, error.Code);
        Assert.Contains(Nowhere.Id.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blob_that_is_shorter_than_its_reference_says_is_damaged()
    {
        var reference = await PutAsync(Content(100, 1));
        Assert.Equal(ErrorCodes.BlobDamaged, (await Assert.ThrowsAsync<HoldfastException>(() => ReadAsync(reference with { Length = 101 }))).Code);
        Assert.Equal(ErrorCodes.BlobDamaged, (await Assert.ThrowsAsync<HoldfastException>(() => ReadAsync(reference with { Length = 99 }))).Code);
    }

    [Fact]
    public async Task A_removed_blob_is_gone_and_removing_it_again_is_no_error()
    {
        var reference = await PutAsync(Content(100, 1));
        Assert.True(await Store.DeleteAsync(reference.Id, Later(), Cancellation));
        Assert.False(await Store.DeleteAsync(reference.Id, Later(), Cancellation));
        Assert.Empty(await ListAsync());
        await Assert.ThrowsAsync<HoldfastException>(() => Store.OpenReadAsync(reference, Cancellation));
        Assert.Equal(reference, await PutAsync(Content(100, 1)));
        Assert.Equal(Content(100, 1), await ReadAsync(reference));
    }

    [Fact]
    public async Task A_blob_that_was_put_again_is_not_removed_for_its_first_put()
    {
        var reference = await PutAsync(Content(100, 1));
        var afterTheFirst = Later();
        await PutAsync(Content(100, 1));
        Assert.False(await Store.DeleteAsync(reference.Id, afterTheFirst, Cancellation));
        Assert.Equal(Content(100, 1), await ReadAsync(reference));
    }

    [Fact]
    public async Task Puts_reads_and_removals_at_the_same_time_never_give_wrong_bytes()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => HammerAsync(new Random(worker)), Cancellation)));
        foreach (var entry in await ListAsync())
        {
            Assert.Equal(entry.Reference.Length, (await ReadAsync(entry.Reference)).Length);
        }
    }

    protected static byte[] Content(int length, int seed)
    {
        var content = new byte[length];
        new Random(seed).NextBytes(content);
        return content;
    }

    protected async Task<BlobReference> PutAsync(byte[] content)
    {
        await using MemoryStream stream = new(content);
        return await Store.PutAsync(stream, Cancellation);
    }

    protected async Task<byte[]> ReadAsync(BlobReference reference)
    {
        await using var stream = await Store.OpenReadAsync(reference, Cancellation);
        await using MemoryStream copy = new();
        await stream.CopyToAsync(copy, Cancellation);
        return copy.ToArray();
    }

    protected async Task<IReadOnlyList<BlobEntry>> ListAsync()
    {
        List<BlobEntry> entries = [];
        await foreach (var entry in Store.ListAsync(Cancellation))
        {
            entries.Add(entry);
        }

        return entries;
    }

    private async Task HammerAsync(Random random)
    {
        for (var i = 0; i < 60; i++)
        {
            var seed = random.Next(4);
            var reference = await PutAsync(Content(3_000, seed));
            if (random.Next(3) == 0)
            {
                await Store.DeleteAsync(reference.Id, DateTimeOffset.MaxValue, Cancellation);
                continue;
            }

            try
            {
                Assert.Equal(Content(3_000, seed), await ReadAsync(reference));
            }
            catch (HoldfastException exception) when (exception.Code == ErrorCodes.BlobNotFound)
            {
                // Another one removed it meanwhile, without any grace.
            }
        }
    }
}
