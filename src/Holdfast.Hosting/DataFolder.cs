using Holdfast.Journaling;
using Holdfast.Journaling.Archives;
using Holdfast.Runtime;
using Holdfast.Storage;
using Holdfast.Storage.Sqlite;

namespace Holdfast.Hosting;

/// <summary>What lies where in a data folder.</summary>
internal static class DataFolder
{
    /// <summary>Name of the journal's folder.</summary>
    public const string JournalName = "journal";

    /// <summary>Name of the archive's folder.</summary>
    public const string ArchiveName = "archive";

    /// <summary>Name of the settled store's file.</summary>
    public const string StoreName = "holdfast.db";

    /// <summary>Name of the folder of blobs.</summary>
    public const string BlobsName = "blobs";

    /// <summary>Opens the storage of a data folder, which is made when it is not there.</summary>
    public static async Task<(EngineStorage Storage, ISettledStore Store)> OpenAsync(string path, JournalOptions journal, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(path);
        Create(folder);
        var store = await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = Path.Combine(folder, StoreName) }, cancellationToken);
        EngineStorage storage = new(new FileDisk(Path.Combine(folder, JournalName)), journal, store) { Archive = new DiskRunArchive(Path.Combine(folder, ArchiveName)) };
        return (storage, store);
    }

    /// <summary>Histories hold what workflows were given: a folder that is made here is its owner's alone.</summary>
    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
