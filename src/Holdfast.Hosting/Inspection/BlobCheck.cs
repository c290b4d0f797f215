using System.Globalization;
using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Runtime;
using Holdfast.Storage.Sqlite;

namespace Holdfast.Hosting.Inspection;

/// <summary>Are the blobs there that runs refer to, and how many are there to which none does?</summary>
internal static class BlobCheck
{
    private const string Name = "blobs";
    private const int NamedBlobs = 3;

    public static async Task<Finding> RunAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var store = await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = Path.Combine(folder, DataFolder.StoreName) }, cancellationToken);
            FileDisk journal = new(Path.Combine(folder, DataFolder.JournalName));
            var blobs = Path.Combine(folder, DataFolder.BlobsName);
            return Directory.Exists(blobs)
                ? Of(await BlobInspection.RunAsync(journal, store, new DiskBlobStore(blobs), cancellationToken))
                : OfNoFolder(await BlobInspection.RunAsync(journal, store, new DiskBlobStore(new MemoryDisk()), cancellationToken));
        }
        catch (Exception exception) when (exception is HoldfastException or IOException)
        {
            return new Finding(Name, FindingLevel.Warning, $"they could not be compared with the runs: {exception.Message}");
        }
    }

    private static Finding Of(BlobInspection found) => found.Missing.Count > 0
        ? new Finding(Name, FindingLevel.Error, $"{Missing(found)}. Restore the folder '{DataFolder.BlobsName}' from the backup that the journal is from.")
        : new Finding(Name, FindingLevel.Good, string.Create(CultureInfo.InvariantCulture, $"{found.Blobs:N0} of {found.BlobBytes:N0} bytes; no run refers to {found.Unused:N0} of them, {found.UnusedBytes:N0} bytes, which a host removes in time"));

    /// <summary>The host may have a store of another kind, which only it knows.</summary>
    private static Finding OfNoFolder(BlobInspection found) => found.Missing.Count > 0
        ? new Finding(Name, FindingLevel.Warning, $"{Missing(found)}. If the host keeps its blobs here, restore the folder '{DataFolder.BlobsName}' from a backup.")
        : new Finding(Name, FindingLevel.Good, "none");

    private static string Missing(BlobInspection found) => string.Create(
        CultureInfo.InvariantCulture,
        $"{found.Missing.Count:N0} blobs that runs refer to are missing: {string.Join(", ", found.Missing.Take(NamedBlobs))}{(found.Missing.Count > NamedBlobs ? ", …" : string.Empty)}");
}
