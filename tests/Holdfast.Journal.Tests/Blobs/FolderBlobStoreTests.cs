using Holdfast.Protocol;
using Holdfast.Storage.Conformance;

namespace Holdfast.Journaling.Tests;

/// <summary>The store in a folder of the machine.</summary>
public sealed class FolderBlobStoreTests : BlobStoreConformance, IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly SteppingClock clock = new();

    public FolderBlobStoreTests() => Store = new DiskBlobStore(folder, new DiskBlobStoreOptions { TimeProvider = clock });

    protected override IBlobStore Store { get; }

    [Fact]
    public async Task The_folder_is_made_with_the_first_use_and_outlives_the_store()
    {
        Assert.False(Directory.Exists(folder));
        var reference = await PutAsync(Content(5_000, 1));
        await using var stream = await new DiskBlobStore(folder).OpenReadAsync(reference, Cancellation);
        Assert.Equal(5_000, stream.Length);
    }

    [Fact]
    public async Task Blobs_are_as_old_after_a_restart_as_they_were()
    {
        var reference = await PutAsync(Content(5_000, 1));
        await PutAsync(Content(5_000, 1));
        var afterThePuts = Later();

        await foreach (var entry in new DiskBlobStore(folder).ListAsync(Cancellation))
        {
            Assert.Equal(new BlobEntry(reference, afterThePuts.AddSeconds(-1)), entry);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    protected override DateTimeOffset Later() => clock.GetUtcNow();
}
