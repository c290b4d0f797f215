using System.Globalization;

namespace Holdfast.Journaling;

/// <summary>
/// Holds a folder by an exclusive lock on a file in it, which the operating system drops when the process ends. The
/// holder's process ID stands in a second file, because the locked one cannot be read.
/// </summary>
internal sealed class FileDiskLock : IDisposable
{
    private const string LockName = "journal.lock";
    private const string HolderName = "journal.pid";

    private readonly FileStream _locked;

    private FileDiskLock(FileStream locked) => _locked = locked;

    public static FileDiskLock Take(string folder)
    {
        string path = Path.Combine(folder, LockName);
        FileStream locked;
        try
        {
            locked = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw JournalException.FolderLocked(folder, ReadHolder(folder), exception);
        }

        try
        {
            File.WriteAllText(Path.Combine(folder, HolderName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch
        {
            locked.Dispose();
            throw;
        }

        return new FileDiskLock(locked);
    }

    public void Dispose() => _locked.Dispose();

    private static string ReadHolder(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, HolderName)).Trim();
        }
        catch (IOException)
        {
            return "unknown";
        }
    }
}
