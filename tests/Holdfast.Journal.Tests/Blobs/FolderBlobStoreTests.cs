using Holdfast.Protocol;
using Holdfast.Storage.Conformance;

namespace Holdfast.Journaling.Tests;

/// <summary>The store in a folder of the machine.</summary>
public sealed class FolderBlobStoreTests : BlobStoreConformance, IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly SteppingClock _clock = new();

    public FolderBlobStoreTests() => Store = new DiskBlobStore(_folder, new DiskBlobStoreOptions { TimeProvider = _clock });

    protected override IBlobStore Store { get; }

    [Fact]
    public async Task The_folder_is_made_with_the_first_use_and_outlives_the_store()
    {
        Assert.False(Directory.Exists(_folder));
        var reference = await PutAsync(Content(5_000, 1));
        await using var stream = await new DiskBlobStore(_folder).OpenReadAsync(reference, Cancellation);
        Assert.Equal(5_000, stream.Length);
    }

    [Fact]
    public async Task Blobs_are_as_old_after_a_restart_as_they_were()
    {
        var reference = await PutAsync(Content(5_000, 1));
        await PutAsync(Content(5_000, 1));
        var afterThePuts = Later();

        await foreach (var entry in new DiskBlobStore(_folder).ListAsync(Cancellation))
        {
            Assert.Equal(new BlobEntry(reference, afterThePuts.AddSeconds(-1)), entry);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    protected override DateTimeOffset Later() => _clock.GetUtcNow();
}
